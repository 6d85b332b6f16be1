import {
  type BaseText,
  type Compilation,
  renderHtml,
  renderJson,
  renderPlainText,
  renderReceipts,
  renderRollingText,
  renderTable,
  renderTraceability,
  renderTracked,
  type Untrackable,
} from "@compendium/engine";

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
  format("tracked", "compilation.docx", "every proposal as a tracked change of Word", trackedDocument),
  format("rolling", "rolling-text.docx", "one text with brackets and attributions", plain(renderRollingText)),
  format("table", "table.docx", "a row for each passage, to decide in a meeting", plain(renderTable)),
  format("html", "compilation.html", "a page to read in a browser, without a network", ofCompilation(renderHtml)),
  format("json", "compilation.json", "the compilation for programs", ofCompilation(renderJson)),
  format("notation", "compilation.txt", "the compilation as plain text in brackets", ofCompilation(renderPlainText)),
  format("traceability", "traceability.csv", "who proposes what, from which file", ofCompilation(renderTraceability)),
  format("receipts", "receipts.txt", "what is recorded of each file, with proof", ofCompilation(receipts)),
];

function format(name: string, file: string, about: string, render: Render): Format {
  return { name, file, about, render };
}

/** For renderers that can show everything. */
function plain(render: (...given: Parameters<Render>) => Rendered["content"]): Render {
  return (...given) => ({ content: render(...given) });
}

/** For those that need nothing of the base file. */
function ofCompilation(render: (compilation: Compilation, options: RenderOptions) => string): Render {
  return plain((_, compilation, options) => render(compilation, options));
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

function receipts(compilation: Compilation): string {
  return renderReceipts(compilation.receipts);
}
