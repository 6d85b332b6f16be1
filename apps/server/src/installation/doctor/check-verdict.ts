import type { Verdict } from "../verify/evidence.ts";
import { type Check, fault, ok } from "./check.ts";

/** How many findings are told one by one; `compendium verify` tells all. */
const TOLD_MOST = 3;

/** What verifying came to, as lines of the doctor. */
export function checkVerdict({ chains, files, submissions, findings }: Verdict): readonly Check[] {
  const entries = chains.reduce((sum, chain) => sum + chain.entries, 0);
  if (findings.length === 0) {
    return [
      ok("record", `${entries} entries in ${chains.length} chains hold; ${submissions ?? 0} submissions are on it`),
      ok("files", `${files ?? 0} kept, each with the bytes that were kept`),
    ];
  }
  const told = findings.slice(0, TOLD_MOST).map(({ where, what }) => `${where}: ${what}`);
  const more = findings.length > TOLD_MOST ? `; and ${findings.length - TOLD_MOST} more` : "";
  return [
    fault(
      "record",
      `${told.join("; ")}${more}`,
      "Somebody changed the database behind the server's back, or a disk fails. Keep it as it is, and compare it with the backups: compendium verify.",
    ),
  ];
}
