import { FORMATS, type FormatName } from "@compendium/engine";
import type { FormatChoice } from "./protocol.ts";

const CHOICES: Readonly<Record<FormatName, readonly [ending: string, en: string, ar: string]>> = {
  tracked: [" (tracked).docx", "Word, tracked changes", "Word بتعديلات متتبَّعة"],
  rolling: [" (rolling text).docx", "Word, rolling text", "Word نص جارٍ بأقواس"],
  table: [" (table).docx", "Word, table of proposals", "Word جدول المقترحات"],
  html: [".html", "Web page", "صفحة ويب"],
  traceability: [".csv", "Traceability table (CSV)", "جدول التتبع (CSV)"],
  notation: [".txt", "Plain text with brackets", "نص عادي بأقواس معقوفة"],
  json: [".json", "Data (JSON)", "بيانات (JSON)"],
  receipts: [" (receipts).txt", "Receipts", "الإيصالات"],
};

/** Every format of the engine as the page offers it, in this order. */
export const FORMAT_CHOICES: readonly FormatChoice[] = Object.entries(CHOICES).map(([id, [ending, en, ar]]) => ({
  id: id as FormatName,
  ending,
  type: FORMATS[id as FormatName].type,
  labels: { en, ar },
}));
