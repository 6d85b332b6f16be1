import { type BaseText, type Compilation, renderJson, renderNotation, renderTraceability } from "@compendium/engine";
import type { FormatChoice } from "./protocol.ts";

/** A format in which a compilation can be downloaded. To offer one more, add its line to `FORMATS`. */
export interface Format extends FormatChoice {
  readonly write: (base: BaseText, compilation: Compilation) => string | Uint8Array;
}

const TEXT = "text/plain;charset=utf-8";
const CSV = "text/csv;charset=utf-8";
const JSON_TYPE = "application/json";

/** In the order in which they are offered. */
export const FORMATS: readonly Format[] = [
  format("traceability", ".csv", CSV, ["Traceability table (CSV)", "جدول التتبع (CSV)"], (_, all) =>
    renderTraceability(all),
  ),
  format("notation", ".txt", TEXT, ["Text with brackets", "نص بأقواس معقوفة"], (_, all) => notationOf(all)),
  format("json", ".json", JSON_TYPE, ["Data (JSON)", "بيانات (JSON)"], (_, all) => renderJson(all)),
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

/** Every story with its name above it, for the notation itself knows only one. */
function notationOf({ stories }: Compilation): string {
  return stories.map((compiled) => `== ${compiled.story.id} ==\n${renderNotation(compiled)}\n`).join("\n");
}
