import { consolidate } from "../consolidate/consolidate.ts";
import type { Delegation } from "../model/delegation.ts";
import type { Submission } from "../model/submission.ts";
import { byOne, byPersons } from "../render/tracked/authorship.ts";
import { type TrackedFile, writeTracked } from "../render/tracked/render-tracked.ts";
import type { BaseText } from "../submission/base-text.ts";
import { joinComments } from "./join-comments.ts";
import type { OneOrMore } from "./paragraph-proposal.ts";
import { type UnitConflict, unitConflicts } from "./unit-conflicts.ts";

/** What one expert of a delegation made: a marked-up file or proposals of the browser, read against the base text. */
export interface Unit {
  /** By which the delegation knows it: the name of the file or of the expert. */
  readonly label: string;
  /** Whose delegation it names does not matter here. */
  readonly submission: Submission;
}

export type JoinedUnits =
  | { readonly kind: "joined"; readonly file: TrackedFile }
  | { readonly kind: "conflicts"; readonly conflicts: OneOrMore<UnitConflict> };

export interface JoinOptions {
  /**
   * Whom the file names as author of changes and comments: the delegation, by its name, or the persons as the units name
   * them; where a unit names nobody, its label. What several persons make alike names all of them: `"A. Lund; B. Ek"`.
   */
  readonly authors: "delegation" | "persons";
}

/**
 * Joins what the experts of one delegation made, before it submits: one marked-up copy of the base file with all edits
 * and comments, or, if units do not go together, the places where they do not and nothing else. Nothing is chosen:
 * identical edits count once, as identical comments do. All units must be read against `base`. Their order changes
 * nothing. Without units, or without edits in them, the file is the base.
 */
export function joinUnits(
  base: BaseText,
  units: readonly Unit[],
  delegation: Delegation,
  { authors }: JoinOptions,
): JoinedUnits {
  const ordered = units.toSorted((x, y) => compare(senseOf(x), senseOf(y)));
  const labels = new Map(ordered.map(({ label }, i) => [String(i + 1), label]));
  const labelOf = (unit: string): string => labels.get(unit) ?? unit;
  const submissions = ordered.map(({ label, submission }, i) => ({
    ...submission,
    delegation: { code: String(i + 1), name: label },
  }));
  const compilation = consolidate(
    base,
    submissions,
    submissions.map((submission) => submission.delegation),
  );
  const [first, ...others] = unitConflicts(compilation, labelOf);
  if (first !== undefined) return { kind: "conflicts", conflicts: [first, ...others] };
  const { comments, twins } = joinComments(compilation.comments);
  const authorship =
    authors === "delegation" ? byOne({ author: delegation.name, initials: delegation.code }) : byPersons(labelOf);
  return { kind: "joined", file: writeTracked(base, { ...compilation, comments }, authorship, { twins }) };
}

function senseOf({ label, submission: { file, stories } }: Unit): string {
  // Two units can have one label and no checksum; then what they change puts them in order.
  const edits = stories.map(({ story, edits: own }) => [
    story,
    own.map(({ fromA, toA, inserted, by }) => [fromA, toA, inserted.map(({ text }) => text), by]),
  ]);
  return JSON.stringify([label, file.sha256, file.name, edits]);
}

function compare(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}
