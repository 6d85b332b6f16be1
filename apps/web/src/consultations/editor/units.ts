import type { ProposedChange } from "@compendium/contract";
import type { ParagraphEntry, RedlineEntry } from "@compendium/engine";

type NewParagraph = Extract<ProposedChange, { readonly kind: "replace" }>["paragraphs"][number];

/** The least part of a wording that is kept or changed as a whole: a word with the space after it, or an atom. */
export type Unit =
  | { readonly kind: "word"; readonly text: string; readonly emphasis: string }
  /** `at` is its position in the story; `label` is what a reader sees of it. */
  | { readonly kind: "atom"; readonly at: number; readonly label: string }
  /** The end of a paragraph that another one follows. */
  | { readonly kind: "end" };

export interface ChangedUnit {
  readonly change: "kept" | "deleted" | "inserted";
  readonly unit: Unit;
}

/** A paragraph of the draft; the mark at its end is left out. */
export function unitsOf(paragraph: ParagraphEntry): readonly Unit[] {
  // Read back from pieces, so that words are told apart as in what comes from the API.
  const tokens = tokensOf(paragraph);
  return unitsOfWording(paragraphsOf(tokens), tokens);
}

function tokensOf({ from, words, emphasis, atoms = [], inner }: ParagraphEntry): readonly Unit[] {
  return words.slice(0, -1).map((text, i): Unit => {
    const at = from + i;
    const note = inner?.[at]?.[0];
    if (atoms.includes(at))
      return { kind: "atom", at, label: note?.slice(note.indexOf(":") + 1) ?? (text.trim() || "◆") };
    return { kind: "word", text, emphasis: emphasis?.[i] ?? "" };
  });
}

/** The paragraphs of a proposal. `base` names its atoms. */
export function unitsOfWording(paragraphs: readonly NewParagraph[], base: readonly Unit[]): readonly Unit[] {
  return paragraphs.flatMap((pieces, i): Unit[] => [
    ...(i > 0 ? [{ kind: "end" } as const] : []),
    ...pieces.flatMap((piece): Unit[] => {
      if ("atom" in piece) {
        const known = base.find((unit) => unit.kind === "atom" && unit.at === piece.atom);
        return [known ?? { kind: "atom", at: piece.atom, label: "◆" }];
      }
      return wordsIn(piece.text).map((text) => ({ kind: "word", text, emphasis: piece.emphasis ?? "" }));
    }),
  ]);
}

/** Back to what the API takes; neighbours of one look become one piece. */
export function paragraphsOf(units: readonly Unit[]): NewParagraph[] {
  const paragraphs: NewParagraph[] = [[]];
  for (const unit of units) {
    const pieces = paragraphs[paragraphs.length - 1] ?? [];
    const last = pieces.at(-1);
    if (unit.kind === "end") paragraphs.push([]);
    else if (unit.kind === "atom") pieces.push({ atom: unit.at });
    else if (last !== undefined && "text" in last && last.emphasis === unit.emphasis) {
      pieces[pieces.length - 1] = { ...last, text: last.text + unit.text };
    } else pieces.push({ text: unit.text, emphasis: unit.emphasis });
  }
  return paragraphs;
}

/**
 * What one wording makes of another, unit by unit. For showing alone, and for one paragraph: what a proposal really
 * changes, the engine says once it is in the submission.
 */
export function changesBetween(base: readonly Unit[], wording: readonly Unit[]): readonly ChangedUnit[] {
  // Longest common subsequence, from the end: a paragraph has some hundred words, so its square is nothing.
  const [a, b] = [base.map(keyOf), wording.map(keyOf)];
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const longest = (inBase: number, inWording: number): number => common[inBase]?.[inWording] ?? 0;
  for (let m = a.length - 1; m >= 0; m -= 1) {
    for (let n = b.length - 1; n >= 0; n -= 1) {
      const row = common[m] as Uint16Array;
      row[n] = a[m] === b[n] ? longest(m + 1, n + 1) + 1 : Math.max(longest(m + 1, n), longest(m, n + 1));
    }
  }
  const changes: ChangedUnit[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      changes.push({ change: "kept", unit: base[i] as Unit });
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || longest(i + 1, j) >= longest(i, j + 1))) {
      changes.push({ change: "deleted", unit: base[i] as Unit });
      i += 1;
    } else {
      changes.push({ change: "inserted", unit: wording[j] as Unit });
      j += 1;
    }
  }
  return changes;
}

/** The same as the compilation tells it. */
export function redlineOf(changes: readonly ChangedUnit[]): readonly RedlineEntry[] {
  const redline: RedlineEntry[] = [];
  for (const { change, unit } of changes) {
    const text = unit.kind === "word" ? unit.text : unit.kind === "end" ? "\n" : `[${unit.label}]`;
    const last = redline.at(-1);
    if (last?.kind === change) redline[redline.length - 1] = { kind: change, text: last.text + text };
    else redline.push({ kind: change, text });
  }
  return redline;
}

/** Words and punctuation marks with the space after them, as the engine tells them apart. */
export function wordsIn(text: string): readonly string[] {
  return text.match(/(?:[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}\s])\s*|\s+/gu) ?? [];
}

function keyOf(unit: Unit): string {
  if (unit.kind === "word") return `w ${unit.emphasis} ${unit.text}`;
  return unit.kind === "atom" ? `a ${unit.at}` : "end";
}
