import { type BaseText, type Piece, readPartPieces } from "@compendium/engine";

/** What one person tracked in a file. A change that goes on over several runs or paragraphs counts once. */
export interface TrackedCounts {
  /** `""` where the name was removed from the file. */
  readonly author: string;
  readonly inserted: number;
  readonly deleted: number;
  readonly movedFrom: number;
  readonly movedTo: number;
  readonly formatting: number;
  /** The earliest and the latest time as the file gives them, ISO 8601; `null` where no change has one. */
  readonly first: string | null;
  readonly last: string | null;
}

/** The tracked changes of a file by author, in order of appearance. */
export function countTracked(read: BaseText): readonly TrackedCounts[] {
  const counts = new Map<string, Counting>();
  const body = read.units.flatMap(({ pieces }) => pieces);
  const margins = [...new Set([...read.margins.values()].map(({ part }) => part))];
  for (const pieces of [body, ...margins.map((part) => readPartPieces(read.file, part))]) countIn(pieces, counts);
  return [...counts].map(([author, { dates, ...kinds }]) => {
    const inOrder = dates.sort();
    return { author, ...kinds, first: inOrder[0] ?? null, last: inOrder.at(-1) ?? null };
  });
}

type Kind = "inserted" | "deleted" | "movedFrom" | "movedTo" | "formatting";
type Counting = Record<Kind, number> & { dates: string[] };

interface Tracked {
  readonly kind: Kind;
  readonly author: string;
  readonly date: string | null;
}

function countIn(pieces: readonly Piece[], counts: Map<string, Counting>): void {
  let before = new Set<string>();
  for (const piece of pieces) {
    if (piece.kind === "marker") continue;
    const here = new Set<string>();
    for (const tracked of trackedOn(piece)) {
      const key = JSON.stringify(tracked);
      if (!before.has(key) && !here.has(key)) count(tracked, counts);
      here.add(key);
    }
    before = here;
    if (piece.kind === "atom") for (const inner of piece.stories) countIn(inner.pieces, counts);
  }
}

function trackedOn(piece: Exclude<Piece, { kind: "marker" }>): Tracked[] {
  const tracked = piece.changes.map(({ kind, author, date }): Tracked => ({ kind: KINDS[kind], author, date }));
  const former = "look" in piece ? piece.look.former : null;
  if (former !== null) tracked.push({ kind: "formatting", author: former.author, date: former.date });
  return tracked;
}

const KINDS = { inserted: "inserted", deleted: "deleted", "moved-from": "movedFrom", "moved-to": "movedTo" } as const;

function count({ kind, author, date }: Tracked, counts: Map<string, Counting>): void {
  const own = counts.get(author) ?? { inserted: 0, deleted: 0, movedFrom: 0, movedTo: 0, formatting: 0, dates: [] };
  own[kind]++;
  if (date !== null) own.dates.push(date);
  counts.set(author, own);
}
