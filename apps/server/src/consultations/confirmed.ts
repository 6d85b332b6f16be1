import { delegation as catalogueDelegation, recogniseDelegation } from "@compendium/catalogue";
import { ApiProblem } from "@compendium/contract";
import { inZone } from "../platform/in-zone.ts";
import type { SubmissionRow } from "./queries.ts";

/** What whoever enters a file says that they have seen. */
export interface Confirmed {
  /** The submission that it replaces. */
  readonly replaces?: string | undefined;
  /** The other delegation of which the file's name tells. */
  readonly namedFor?: string | undefined;
}

interface ToConfirm {
  /** What stands, and would be replaced; `null` for nothing. */
  readonly replaced: SubmissionRow | null;
  readonly delegation: { readonly code: string; readonly name: string };
  readonly fileName: string;
  /** In which the deadline of the round is told. */
  readonly timeZone: string;
}

/** Throws `not-confirmed` with everything that there is to confirm, where it is not, or is not so any more. */
export function mustBeConfirmed(
  { replaces, namedFor }: Confirmed,
  { replaced, delegation, fileName, timeZone }: ToConfirm,
): void {
  const others = othersNamedIn(fileName, delegation.code);
  const isNamed = others.length === 0 || (namedFor !== undefined && others.includes(namedFor));
  if ((replaces ?? null) === (replaced?.id ?? null) && isNamed) return;
  const [other] = others;
  const details: string[] = [];
  if (replaced !== null) {
    const received = inZone(replaced.receivedAt, timeZone, "en");
    details.push(
      `Submission ${replaced.number} of ${delegation.name} stands: ${whence(replaced)}, received ${received}.`,
    );
  } else if (replaces !== undefined) {
    details.push(`Nothing of ${delegation.name} stands that this would replace.`);
  }
  if (other !== undefined) details.push(`The name “${fileName}” tells of ${others.map(named).join(", ")}.`);
  throw new ApiProblem("not-confirmed", details.join(" "), {
    fields: {
      ...(replaced === null ? {} : { replaces: `Say ${replaced.id} to replace it.` }),
      ...(other === undefined
        ? {}
        : { namedFor: `Say ${other} if the file is that of ${delegation.name} all the same.` }),
    },
    current: { replaces: replaced?.id ?? null, namedFor: others },
  });
}

/** Delegations of which the name of a file tells, where it does not tell of this one. */
function othersNamedIn(fileName: string, code: string): readonly string[] {
  const found = recogniseDelegation(fileName);
  if (found.kind === "unknown") return [];
  const codes = found.kind === "certain" ? [found.delegation.code] : found.candidates.map((each) => each.code);
  return codes.includes(code) ? [] : codes;
}

function named(code: string): string {
  return `${catalogueDelegation(code)?.name ?? code} (${code})`;
}

function whence({ channel, submittedBy }: SubmissionRow): string {
  switch (channel) {
    case "web":
      return `submitted on the web by ${submittedBy}`;
    case "e-mail":
      return `from an e-mail, entered by ${submittedBy}`;
    case "draft before":
      return "carried from the draft before";
  }
}
