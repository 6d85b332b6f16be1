import { NumberCounter } from "../ooxml/number-counter.ts";
import type { WordFile } from "../ooxml/word-file.ts";
import type { ViewOptions } from "./view.ts";

/** Numbers the paragraphs of a file as its readers see them, each story by itself. */
export function numberWith(file: WordFile): ViewOptions["numberStory"] {
  return () => {
    const counter = new NumberCounter(file.numbering);
    return ({ properties }) => ({
      label: counter.next(properties),
      level: file.numbering.positionOf(properties)?.level ?? null,
      headingLevel: file.styles.headingLevel(properties),
      isTitle: file.styles.isTitle(properties),
    });
  };
}

/** For submissions: passages are cited by the numbers of the base text, whatever theirs are. */
export const withoutNumbers: ViewOptions["numberStory"] = () => () => ({
  label: "",
  level: null,
  headingLevel: null,
  isTitle: false,
});
