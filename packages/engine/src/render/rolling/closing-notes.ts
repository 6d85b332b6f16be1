import type { Compilation } from "../../model/compilation.ts";
import { type Token, textOf } from "../../model/text.ts";
import { element } from "../../ooxml/xml.ts";
import { foldFormatting } from "../fold-formatting.ts";
import { storyEntry } from "../story-entry.ts";
import { editorMark, editorWords } from "./editor-tokens.ts";

/**
 * What stands on the last page of a rolling text: how to read it, who proposes, and what brackets cannot show.
 * `leftOver` are notes of the editor that found no place in the text.
 */
export function closingNotes(compilation: Compilation, leftOver: readonly string[]): Token[] {
  const formatting = formattingNotes(compilation);
  return [
    ...heading("Notes to the rolling text", true),
    ...READING.flatMap((line) => item([editorWords(line, "plain")])),
    ...heading("Delegations"),
    ...compilation.delegations.flatMap(({ code, name }) =>
      item([editorWords(code, "bold"), ...(name === code ? [] : [editorWords(` – ${name}`, "plain")])]),
    ),
    ...(leftOver.length === 0 ? [] : heading("Proposals on structure")),
    ...leftOver.flatMap((line) => item([editorWords(line, "plain")])),
    ...(formatting.length === 0 ? [] : heading("Proposals on formatting")),
    ...formatting.flatMap(item),
  ];
}

const READING: readonly string[] = [
  "The text is the base text. Whatever is proposed for it stands in square brackets, with the codes of all delegations "
    + "that propose exactly it. Nothing in brackets is agreed, and the order of proposals is that of the list of delegations.",
  "[base / other words (XAA) / more words (XBB)]: rival wordings, the base wording first.",
  "[words (XAA)]: an insertion. [words (del. XAA)]: a deletion.",
  "Alt. 1, Alt. 2: rival wordings of whole paragraphs or rows, the base wording first.",
  "Numbers are those of the base text. Inserted paragraphs and notes count on with bis, ter, quater; before the first of "
    + "a list, with ante.",
  "¶ stands for the end of a paragraph.",
];

function formattingNotes(compilation: Compilation): Token[][] {
  return compilation.stories.flatMap((compiled) => {
    if (compiled.formatting.length === 0 && !compiled.passages.some(hasVariants)) return [];
    const { formatting, passages } = storyEntry(compiled, false);
    const looks = foldFormatting(formatting).map(({ citation, text, change, sponsors }) => {
      const about = text.trim() === "" ? "" : `, “${text.trim()}”`;
      return [
        editorWords(`${citation}${about}: ${change} `, "plain"),
        codes(sponsors.map(({ delegation }) => delegation)),
      ];
    });
    const variants = compiled.passages.flatMap((passage, i) =>
      passage.proposals.flatMap((proposal) =>
        proposal.variants
          .slice(1)
          .map(({ delegations }) => [
            editorWords(
              `${passages[i]?.citation ?? ""}, “${textOf(proposal.wording).trim()}”: the same words in another look `,
              "plain",
            ),
            codes(delegations),
          ]),
      ),
    );
    return [...looks, ...variants];
  });
}

function hasVariants({ proposals }: Compilation["stories"][number]["passages"][number]): boolean {
  return proposals.some(({ variants }) => variants.length > 1);
}

function codes(delegations: readonly string[]): Token {
  return editorWords(`(${delegations.join(", ")})`, "bold");
}

function heading(text: string, onNewPage = false): Token[] {
  const properties = element("w:pPr", {}, [
    element("w:keepNext"),
    ...(onNewPage ? [element("w:pageBreakBefore")] : []),
    element("w:spacing", { "w:before": "240", "w:after": "120" }),
  ]);
  return [editorWords(text, "bold"), editorMark(properties)];
}

function item(words: readonly Token[]): Token[] {
  return [...words, editorMark(element("w:pPr", {}, [element("w:spacing", { "w:before": "0", "w:after": "80" })]))];
}
