/**
 * A table for spreadsheets: CSV (RFC 4180) with a byte order mark, so that Excel reads it as UTF-8. A cell that a
 * spreadsheet would run as a formula begins with an apostrophe.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

const BYTE_ORDER_MARK = "\uFEFF";

/** Quoted always, so that no cell needs to be looked at; a quotation mark is doubled (RFC 4180, section 2). */
function quoted(cell: string): string {
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${harmless.replaceAll('"', '""')}"`;
}
