import {
  type BaseText,
  type Compilation,
  renderJson,
  renderNotation,
  renderTraceability,
  renderTracked,
  type Untrackable,
} from "@compendium/engine";
import { receiptsText } from "./receipt-text.ts";

export interface Format {
  /** As --format takes it. */
  readonly name: string;
  /** The file in the output folder. */
  readonly file: string;
  readonly about: string;
  readonly render: Render;
}

export interface RenderOptions {
  /** Whether the persons and times behind tracked changes and comments are named. */
  readonly names: boolean;
}

type Render = (base: BaseText, compilation: Compilation, options: RenderOptions) => Rendered;

export interface Rendered {
  readonly content: Uint8Array | string;
  /** What the format cannot show: one sentence each. */
  readonly remarks?: readonly string[];
}

/** Every form in which a compilation is written, one line each: name, file, what it is, how it is made. */
export const FORMATS: readonly Format[] = [
  format("tracked", "compilation.docx", "the base with every proposal as a tracked change", trackedDocument),
  format("json", "compilation.json", "the compilation for programs", (_, c, o) => ({ content: renderJson(c, o) })),
  format("notation", "compilation.txt", "the compilation as one text in brackets", (_, c) => ({
    content: notation(c),
  })),
  format("traceability", "traceability.csv", "who proposes what, from which file", (_, c) => ({
    content: renderTraceability(c),
  })),
  format("receipts", "receipts.txt", "what is recorded of each file, with proof", (_, c) => ({
    content: receiptsText(c.receipts),
  })),
];

function format(name: string, file: string, about: string, render: Render): Format {
  return { name, file, about, render };
}

function trackedDocument(base: BaseText, compilation: Compilation, options: RenderOptions): Rendered {
  const { bytes, untrackable } = renderTracked(base, compilation, options);
  return { content: bytes, remarks: untrackable.map((one) => untrackableText(one, compilation)) };
}

function untrackableText({ story, at, delegations }: Untrackable, { stories }: Compilation): string {
  const passages = stories.find((compiled) => compiled.story.id === story)?.passages ?? [];
  const place = passages.find(({ fromA, toA }) => fromA <= at && at <= toA)?.place.citation ?? story;
  const what = `What ${delegations.join(", ")} proposed at ${place} cannot be a tracked change of Word.`;
  return `${what} It is left out of compilation.docx and stands in the other formats.`;
}

/** Every story under its id, one paragraph a line. */
function notation({ stories }: Compilation): string {
  const texts = stories.map(
    (compiled) => `[${compiled.story.id}]\n${renderNotation(compiled).replaceAll("¶", "¶\n")}\n`,
  );
  return texts.join("\n");
}
