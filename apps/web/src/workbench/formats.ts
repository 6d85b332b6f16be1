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
} from "@compendium/engine";
import type { FormatChoice } from "./protocol.ts";

/** A format in which a compilation can be downloaded. To offer one more, add its line to `FORMATS`. */
export interface Format extends FormatChoice {
  readonly write: (base: BaseText, compilation: Compilation) => string | Uint8Array;
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const HTML = "text/html;charset=utf-8";
const TEXT = "text/plain;charset=utf-8";
const CSV = "text/csv;charset=utf-8";
const JSON_TYPE = "application/json";

/** In the order in which they are offered. */
export const FORMATS: readonly Format[] = [
  format(
    "tracked",
    " (tracked).docx",
    WORD,
    ["Word, tracked changes", "Word بتعديلات متتبَّعة"],
    (...all) => renderTracked(...all).bytes,
  ),
  format("rolling", " (rolling text).docx", WORD, ["Word, rolling text", "Word نص جارٍ بأقواس"], renderRollingText),
  format("table", " (table).docx", WORD, ["Word, table of proposals", "Word جدول المقترحات"], renderTable),
  format("html", ".html", HTML, ["Web page", "صفحة ويب"], (_, all) => renderHtml(all)),
  format("traceability", ".csv", CSV, ["Traceability table (CSV)", "جدول التتبع (CSV)"], (_, all) =>
    renderTraceability(all),
  ),
  format("notation", ".txt", TEXT, ["Plain text with brackets", "نص عادي بأقواس معقوفة"], (_, all) =>
    renderPlainText(all),
  ),
  format("json", ".json", JSON_TYPE, ["Data (JSON)", "بيانات (JSON)"], (_, all) => renderJson(all)),
  format("receipts", " (receipts).txt", TEXT, ["Receipts", "الإيصالات"], (_, all) => renderReceipts(all.receipts)),
];

function format(
  id: string,
  ending: string,
  type: string,
  [en, ar]: readonly [string, string],
  write: Format["write"],
): Format {
  return { id, ending, type, labels: { en, ar }, write };
}
