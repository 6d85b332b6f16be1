import { isBullet } from "../../consolidate/label-shape.ts";
import type { Paragraph, Story } from "../../model/text.ts";
import { NumberCounter } from "../../ooxml/number-counter.ts";
import type { NumberPosition } from "../../ooxml/numbering.ts";
import type { TokenSource } from "../../ooxml/token-source.ts";
import type { WordFile } from "../../ooxml/word-file.ts";
import type { XmlElement } from "../../ooxml/xml.ts";
import { labelBefore, labelBehind } from "./ordinals.ts";
import { placedParagraphs } from "./placed-paragraphs.ts";

/**
 * Numbers for inserted paragraphs that leave those of the base text alone: after `14.` comes `14 bis.`, then `14 ter.`;
 * before the first of a list stands `1 ante.`. Ask in the order of the text.
 */
export class ParagraphLabels {
  readonly #paragraphs: readonly BaseParagraph[];
  readonly #file: WordFile;
  /** How many labels were made beside a paragraph. */
  readonly #used = new Map<string, number>();

  constructor(story: Story, file: WordFile) {
    this.#file = file;
    this.#paragraphs = placedParagraphs(story).map(({ from, paragraph }) => ({
      from,
      label: isBullet(paragraph.label) ? "" : paragraph.label,
      position: file.numbering.positionOf(propertiesOf(paragraph)),
    }));
  }

  /**
   * Begins to number the paragraphs that one proposal inserts before base token `gap`. What it gives is asked for each
   * of them, with its properties as `file` has them; `""` for a paragraph without a number, and for a bullet.
   */
  insertion(gap: number, file: WordFile): (properties: XmlElement | null) => string {
    const counter = new NumberCounter(file.numbering);
    let highest: number | null = null;
    return (properties) => {
      const own = counter.next(properties);
      const position = file.numbering.positionOf(properties);
      if (position === null || own === "" || isBullet(own)) return "";
      // Below a paragraph that is new itself, numbers of the base text cannot be meant.
      if (highest !== null && position.level > highest) return own;
      highest = position.level;
      return this.#beside(gap, this.#inBase(position, file)) ?? own;
    };
  }

  /** The list of the base that counts on to this one, and the level. */
  #inBase({ list, level }: NumberPosition, file: WordFile): BaseLevel | null {
    const known = this.#file.numbering.lists.get(file.identifiers.number(list.numId));
    return known === undefined ? null : { abstractId: known.abstractId, level };
  }

  #beside(gap: number, at: BaseLevel | null): string | null {
    if (at === null) return null;
    const before = this.#paragraphs.filter(({ from }) => from < gap).reverse();
    const after = this.#paragraphs.filter(({ from }) => from >= gap);
    const former = firstOn(at, before);
    if (former !== null) return labelBehind(former.label, this.#count(former, "behind"));
    const following = firstOn(at, after);
    return following === null ? null : labelBefore(following.label, this.#count(following, "before"));
  }

  #count({ from }: BaseParagraph, side: "behind" | "before"): number {
    const key = `${from} ${side}`;
    const count = this.#used.get(key) ?? 0;
    this.#used.set(key, count + 1);
    return count;
  }
}

interface BaseParagraph {
  readonly from: number;
  /** `""` without a number. */
  readonly label: string;
  readonly position: NumberPosition | null;
}

interface BaseLevel {
  readonly abstractId: string;
  readonly level: number;
}

function propertiesOf({ tokens }: Paragraph): XmlElement | null {
  const kept = (tokens.at(-1)?.source ?? null) as TokenSource | null;
  return kept?.kind === "mark" ? kept.piece.look.now : null;
}

/** The first with a number on that level; none if the list goes up a level before. */
function firstOn({ abstractId, level }: BaseLevel, paragraphs: readonly BaseParagraph[]): BaseParagraph | null {
  for (const paragraph of paragraphs) {
    const { label, position } = paragraph;
    if (label === "" || position === null || position.list.abstractId !== abstractId) continue;
    if (position.level === level) return paragraph;
    if (position.level < level) return null;
  }
  return null;
}
