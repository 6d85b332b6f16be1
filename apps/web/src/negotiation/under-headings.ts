import type { DraftView, NegotiatedPassage } from "@compendium/contract";

type Heading = DraftView["outline"][number];

/** A heading with the passages up to the next heading of its level or above. */
export interface HeadedPassages<Passage> {
  readonly heading: Heading;
  readonly passages: readonly [Passage, ...Passage[]];
}

/** The headings of a draft under which there are passages. What stands outside the body is under none. */
export function underHeadings<Passage extends Pick<NegotiatedPassage, "row">>(
  outline: readonly Heading[],
  passages: readonly Passage[],
): readonly HeadedPassages<Passage>[] {
  return outline.flatMap((heading, i) => {
    const end = outline.slice(i + 1).find(({ level }) => level <= heading.level)?.row ?? Number.POSITIVE_INFINITY;
    const [first, ...others] = passages.filter(({ row }) => row !== null && row >= heading.row && row < end);
    return first === undefined ? [] : [{ heading, passages: [first, ...others] }];
  });
}
