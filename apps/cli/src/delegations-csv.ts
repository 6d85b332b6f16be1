import { dirname, resolve } from "node:path";
import { delegation as inCatalogue } from "@compendium/catalogue";
import { type Delegation, isDelegationCode } from "@compendium/engine";
import { Failure } from "./failure.ts";
import { readBytes } from "./files.ts";

/** One row of a list that says whose file is whose. */
export interface ListedFile {
  /** As the list has it. A bare name means a file of that name, in whatever folder. */
  readonly written: string;
  /** Absolute, taken from the folder of the list. */
  readonly path: string;
  readonly delegation: Delegation;
}

/**
 * Reads a CSV file with the columns `file` and `code`, and `name` for a delegation that the catalogue does not have.
 * Fields end at a comma, or at a semicolon as spreadsheets write it in much of Europe. Throws a `Failure`.
 */
export function readDelegationsCsv(path: string): readonly ListedFile[] {
  const text = new TextDecoder().decode(readBytes(path));
  const [head = [], ...rows] = parseCsv(text);
  const columns = head.map((title) => title.trim().toLowerCase());
  const [file, code, name] = ["file", "code", "name"].map((title) => columns.indexOf(title)) as [
    number,
    number,
    number,
  ];
  if (file < 0 || code < 0) {
    throw new Failure(
      "usage",
      path,
      "The list has no columns named file and code.",
      "Begin it with the line file,code,name and give one file a line: Ankervale.docx,XAA,Ankervale.",
    );
  }
  return rows.map((row, i) => {
    const written = (row[file] ?? "").trim();
    const delegation = delegationOf((row[code] ?? "").trim(), (row[name] ?? "").trim(), `${path}, row ${i + 2}`);
    return { written, path: resolve(dirname(path), written), delegation };
  });
}

/**
 * The delegation of a code: with that name, else as the catalogue has it. Throws a `Failure` for a code without a name
 * that the catalogue does not have, since it may be mistyped.
 */
export function delegationOf(code: string, name: string, where: string): Delegation {
  if (!isDelegationCode(code)) {
    throw new Failure(
      "usage",
      where,
      `${JSON.stringify(code)} is no code of a delegation.`,
      "Use an ISO 3166-1 alpha-3 code, or another word of letters, digits, hyphens and dots.",
    );
  }
  const known = inCatalogue(code);
  if (name !== "") return { code, name };
  if (known !== undefined) return { code, name: known.name };
  throw new Failure(
    "delegation-unknown",
    where,
    `The catalogue has no delegation with the code ${code}.`,
    "Look at the code; for a group or another delegation give code and name in a list: --delegations list.csv.",
  );
}

/** Rows of fields (RFC 4180); empty lines left out. The separator is the one that the first line has more of. */
function parseCsv(text: string): string[][] {
  const content = text.replace(/^\ufeff/, "");
  const first = content.split(/\r?\n/, 1)[0] ?? "";
  const separator = first.split(";").length > first.split(",").length ? ";" : ",";
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", end = ""] of content.matchAll(FIELDS[separator])) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === separator) continue;
    if (row.some((field) => field.trim() !== "")) rows.push(row);
    row = [];
  }
  return rows;
}

const FIELDS = {
  ",": /(?:"((?:[^"]|"")*)"|([^",\r\n][^,\r\n]*)?)(,|\r?\n|$)/g,
  ";": /(?:"((?:[^"]|"")*)"|([^";\r\n][^;\r\n]*)?)(;|\r?\n|$)/g,
} as const;
