import type { TokenChange } from "../compare/token-change.ts";
import type { Block } from "../model/text.ts";

/** A change as the alignment finds it, before neighbours are joined. */
export interface Piece extends TokenChange {
  /**
   * - `block`: a whole block without a partner, deleted or inserted.
   * - `edge`: one end of a content control whose inside has a partner.
   * - `words`: tokens inside a paragraph or a pair of containers.
   */
  readonly kind: "block" | "edge" | "words";
  /** The block, for `block` only. */
  readonly block: Block | null;
}
