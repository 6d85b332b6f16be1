import type { Compilation } from "../model/compilation.ts";
import type { BaseText } from "../submission/base-text.ts";
import { renderHtml } from "./html/render-html.ts";
import { renderJson } from "./json.ts";
import { renderPlainText } from "./notation.ts";
import { renderReceipts } from "./receipts.ts";
import { renderRollingText } from "./rolling/render-rolling-text.ts";
import type { RoundFiles } from "./round-files.ts";
import { renderTable } from "./table/render-table.ts";
import { renderTraceability } from "./traceability.ts";
import { renderTracked } from "./tracked/render-tracked.ts";
import { wordUntrackable } from "./word-untrackable.ts";

export interface WriteOptions extends RoundFiles {
  /** Whether the persons and times behind tracked changes and comments are named. */
  readonly names?: boolean;
}

/** A compilation in one format. */
export interface Written {
  /** Text is to be saved as UTF-8. */
  readonly content: Uint8Array | string;
  /** What the format cannot show, one English sentence each; nearly always empty. */
  readonly remarks: readonly string[];
}

export interface Format {
  /** The media type of a file in it. */
  readonly type: string;
  readonly write: (base: BaseText, compilation: Compilation, options: WriteOptions) => Written;
}

export type FormatName = "tracked" | "rolling" | "table" | "html" | "traceability" | "notation" | "json" | "receipts";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Every format in which a compilation is written. What needs nothing of the base file is made of the compilation alone. */
export const FORMATS: Readonly<Record<FormatName, Format>> = {
  tracked: { type: WORD, write: writeTracked },
  rolling: format(WORD, renderRollingText),
  table: format(WORD, renderTable),
  html: format("text/html;charset=utf-8", (_, compilation, options) => renderHtml(compilation, options)),
  traceability: format("text/csv;charset=utf-8", (_, compilation, options) => renderTraceability(compilation, options)),
  notation: format("text/plain;charset=utf-8", (_, compilation, options) => renderPlainText(compilation, options)),
  json: format("application/json", (_, compilation, options) => renderJson(compilation, options)),
  receipts: format("text/plain;charset=utf-8", (_, { receipts }, options) => renderReceipts(receipts, options)),
};

/** For renderers that can show everything. */
function format(type: string, render: (...given: Parameters<Format["write"]>) => Written["content"]): Format {
  return { type, write: (...given) => ({ content: render(...given), remarks: [] }) };
}

function writeTracked(base: BaseText, compilation: Compilation, options: WriteOptions): Written {
  const { bytes, untrackable } = renderTracked(base, compilation, options);
  return { content: bytes, remarks: untrackable.map((one) => wordUntrackable(one, compilation)) };
}
