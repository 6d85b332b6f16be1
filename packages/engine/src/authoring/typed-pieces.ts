import type { Paragraph, Token } from "../model/text.ts";
import { readCharacter } from "../ooxml/atoms.ts";
import { paragraphLook } from "../ooxml/block-looks.ts";
import type { Identifiers } from "../ooxml/look.ts";
import type { AtomPiece, MarkPiece, Piece } from "../ooxml/pieces.ts";
import { element } from "../ooxml/xml.ts";
import { sourceOf } from "../submission/base-text.ts";
import { withoutNumbers } from "../submission/paragraph-numbers.ts";
import { viewStory } from "../submission/view.ts";
import type { Surroundings } from "./neighbour-look.ts";
import { CHARACTERS } from "./paragraph-parts.ts";

/** Pieces as the tokens that the reader of a file would make of them. */
export function asRead(pieces: readonly Piece[]): readonly Token[] {
  const options = { decide: () => true, settles: false, nameStory: () => "", numberStory: withoutNumbers };
  return viewStory("", "body", [{ kind: "pieces", pieces }], options).tokens;
}

/** What somebody typed into a paragraph, in one look. */
export function typedPieces(text: string, { look, wrappers }: Surroundings): Piece[] {
  const around = { look, wrappers, changes: [] };
  return text.split(CHARACTERS).flatMap((typed): Piece[] => {
    if (CHARACTERS.test(typed)) return [{ ...characterPiece(typed), ...around }];
    return typed === "" ? [] : [{ kind: "text", text: typed, ...around }];
  });
}

export function markOf({ tokens }: Paragraph): MarkPiece {
  const source = sourceOf(tokens.at(-1) as Token);
  if (source?.kind !== "mark") throw new Error("A paragraph of a Word file ends with a mark.");
  return source.piece;
}

/** The mark of a new paragraph that looks like another one, but ends no section. */
export function markLike({ look, paragraph }: MarkPiece, identifiers: Identifiers): MarkPiece {
  const properties = look.now?.elements() ?? [];
  const kept = properties.filter(({ name }) => name !== "w:sectPr" && name !== "w:pPrChange");
  const own = kept.length === properties.length ? look.now : (look.now?.withChildren(kept) ?? null);
  return { kind: "mark", paragraph, at: null, look: paragraphLook(own, identifiers), changes: [] };
}

/** A tab or a break, without what is around it. */
function characterPiece(character: string): Omit<AtomPiece, "look" | "wrappers" | "changes"> {
  const node =
    character === "\t" ? element("w:tab") : element("w:br", { "w:type": character === "\f" ? "page" : null });
  const { key, text } = readCharacter(node);
  return { kind: "atom", text, key, isCharacter: true, nodes: [node], level: "in-run", swallowed: [], stories: [] };
}
