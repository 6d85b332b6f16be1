/** What a line of notation says: the base text, and the text of each delegation that it names. */
export interface ParsedLine {
  readonly base: string;
  /** In the order of the codes. */
  readonly texts: ReadonlyMap<string, string>;
}

const PASSAGE = /\[((?:[^[\]]*? )??)=> ([^\]]*)\]/g;
const NEXT_SIDE = / \| (?=[A-Z]{3}(?:\+[A-Z]{3})*: )/;

/** Reads a line such as `States [should => XAA+XBB: shall | XCC: may] report.` Throws where a bracket is not a passage. */
export function parseNotation(line: string): ParsedLine {
  const parts: Part[] = [];
  let at = 0;
  for (const { 0: whole, 1: before = "", 2: sides = "", index } of line.matchAll(PASSAGE)) {
    parts.push(kept(line.slice(at, index)), { base: before.slice(0, -1), wordings: wordingsOf(sides, line) });
    at = index + whole.length;
  }
  parts.push(kept(line.slice(at)));
  const codes = [...new Set(parts.flatMap(({ wordings }) => [...wordings.keys()]))].sort();
  const readAs = (code: string): string => parts.map(({ base, wordings }) => wordings.get(code) ?? base).join("");
  return { base: readAs(""), texts: new Map(codes.map((code) => [code, readAs(code)])) };
}

interface Part {
  readonly base: string;
  readonly wordings: ReadonlyMap<string, string>;
}

function kept(text: string): Part {
  if (text.includes("=>")) throw new SyntaxError(`Not a passage: ${text}`);
  return { base: text, wordings: new Map() };
}

function wordingsOf(sides: string, line: string): Map<string, string> {
  const wordings = new Map<string, string>();
  for (const side of sides.split(NEXT_SIDE)) {
    const [, sponsors, wording] = /^([A-Z]{3}(?:\+[A-Z]{3})*): (.*)$/s.exec(side) ?? [];
    if (sponsors === undefined || wording === undefined) throw new SyntaxError(`No sponsor in "${side}" of ${line}`);
    for (const code of sponsors.split("+")) {
      if (wordings.has(code)) throw new SyntaxError(`${code} says two things in one passage of ${line}`);
      wordings.set(code, wording);
    }
  }
  return wordings;
}
