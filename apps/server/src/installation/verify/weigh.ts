import type { RecordEntry } from "@compendium/contract";
import { type SubmissionClaim, submissionReceivedBy } from "../../consultations/index.ts";
import { checkChain } from "../../record/index.ts";
import type { Evidence, Finding, KeptEntry, Verdict } from "./evidence.ts";

/**
 * Checks every chain, every file, and that each submission stands on record with the same hash. `kept`: the hash of an
 * entry that somebody was given, for instance with a receipt, or its beginning, in small letters; only such a hash proves
 * that a chain was not written anew from its beginning.
 */
export async function weigh(evidence: Evidence, kept: string | null): Promise<Verdict> {
  const record = await weighRecord(evidence, kept);
  const files = evidence.files === null ? null : await weighFiles(evidence.files);
  const submissions = evidence.submissions === null ? [] : weighSubmissions(evidence.submissions, record.received);
  return {
    kept: record.fitting,
    chains: record.chains,
    files: files?.count ?? null,
    submissions: evidence.submissions?.length ?? null,
    findings: [...evidence.findings, ...record.findings, ...(files?.findings ?? []), ...submissions],
  };
}

interface Received {
  readonly entry: RecordEntry;
  readonly sha256: unknown;
}

async function weighRecord({ heads, entries }: Evidence, kept: string | null) {
  const findings: Finding[] = [];
  const received = new Map<string, Received>();
  const checks = new Map([...heads.keys()].map((ledger) => [ledger, checkChain()]));
  const chains = new Map<string, { entries: number; head: string | null }>(
    [...heads.keys()].map((ledger) => [ledger, { entries: 0, head: null }]),
  );
  const tell = (ledger: string, breaks: readonly { readonly number: number; readonly what: string }[]) => {
    for (const { number, what } of breaks) findings.push({ where: `${ledger}, entry ${number}`, what });
  };
  const fitting: KeptEntry[] = [];
  for await (const entry of entries) {
    if (!("ledger" in entry)) {
      findings.push(entry);
      continue;
    }
    const { ledger } = entry;
    const check = checks.get(ledger) ?? checkChain();
    checks.set(ledger, check);
    tell(ledger, check.add(entry));
    chains.set(ledger, { entries: (chains.get(ledger)?.entries ?? 0) + 1, head: entry.hash });
    const submission = submissionReceivedBy(entry);
    if (submission !== null) received.set(submission.id, { entry, sha256: submission.sha256 });
    if (kept !== null && entry.hash.startsWith(kept)) fitting.push({ ledger, number: entry.number, hash: entry.hash });
  }
  for (const [ledger, check] of checks) tell(ledger, check.end(heads.get(ledger) ?? null));
  if (kept !== null && fitting.length === 0) {
    findings.push({
      where: `entry with the hash ${kept}${kept.length < WHOLE_HASH ? "…" : ""}`,
      what: "it is in no chain here: the chain was cut off before it, or written anew, or the hash is of another one",
    });
  }
  return {
    findings,
    received,
    fitting: kept === null ? null : fitting,
    chains: [...chains].map(([ledger, chain]) => ({ ledger, ...chain })),
  };
}

/** Digits of a SHA-256. */
const WHOLE_HASH = 64;

async function weighFiles(files: NonNullable<Evidence["files"]>) {
  const findings: Finding[] = [];
  let count = 0;
  for await (const { sha256, found } of files) {
    count += 1;
    if (found === sha256) continue;
    const what = found === null ? "it is missing" : `its bytes were changed: their hash is ${found}`;
    findings.push({ where: `file ${sha256}`, what });
  }
  return { count, findings };
}

/** A submission without its entry, and an entry without its submission, are faults alike. */
function weighSubmissions(claims: readonly SubmissionClaim[], received: ReadonlyMap<string, Received>): Finding[] {
  const findings: Finding[] = [];
  for (const { id, delegation, sha256, ledger, recordNumber, recordHash } of claims) {
    const where = `submission ${id} (${delegation})`;
    const place = `entry ${recordNumber} of ${ledger}`;
    const found = received.get(id);
    if (found === undefined) {
      findings.push({ where, what: `the record does not know of it; it should be ${place}` });
      continue;
    }
    const { entry } = found;
    if (found.sha256 !== sha256) {
      findings.push({ where, what: `its hash is ${sha256}, and the record says ${found.sha256}` });
    }
    if (entry.ledger !== ledger || entry.number !== recordNumber || entry.hash !== recordHash) {
      findings.push({ where, what: `it names ${place}, hash ${recordHash}; the record has it elsewhere or otherwise` });
    }
  }
  const known = new Set(claims.map(({ id }) => id));
  for (const [id, { entry }] of received) {
    if (known.has(id)) continue;
    findings.push({ where: `submission ${id}`, what: `it is on record (${entry.ledger}, ${entry.number}), and gone` });
  }
  return findings;
}
