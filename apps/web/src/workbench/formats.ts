import { FORMATS, type FormatName } from "@compendium/engine";
import type { FormatChoice } from "./protocol.ts";

/** Of the file name, with its dot. */
const ENDINGS: Readonly<Record<FormatName, string>> = {
  tracked: " (tracked).docx",
  rolling: " (rolling text).docx",
  table: " (table).docx",
  html: ".html",
  traceability: ".csv",
  notation: ".txt",
  json: ".json",
  receipts: " (receipts).txt",
};

/** Every format of the engine as the page offers it, in this order. */
export const FORMAT_CHOICES: readonly FormatChoice[] = Object.entries(ENDINGS).map(([id, ending]) => ({
  id: id as FormatName,
  ending,
  type: FORMATS[id as FormatName].type,
}));
