import { createReadStream } from "node:fs";
import { LedgerView, RecordEntry } from "@compendium/contract";
import { z } from "zod";
import type { KnownHead } from "../../record/index.ts";
import type { Evidence, Finding, Verdict } from "./evidence.ts";
import { linesOf } from "./lines.ts";
import { weigh } from "./weigh.ts";

const FirstLine = z.object({ ledger: LedgerView });

/** Checks a chain that was exported as JSON lines; the first line says which one, and where it ends. */
export async function verifyLedger(path: string, kept: string | null): Promise<Verdict> {
  const findings: Finding[] = [];
  const heads = new Map<string, KnownHead>();
  const evidence: Evidence = {
    heads: await readHead(path, heads, findings),
    entries: readEntries(path, heads.size > 0),
    submissions: null,
    files: null,
    findings,
  };
  return weigh(evidence, kept);
}

async function readHead(path: string, heads: Map<string, KnownHead>, findings: Finding[]) {
  for await (const line of linesOf(createReadStream(path))) {
    const first = parsed(FirstLine, line);
    if (first !== null) heads.set(first.ledger.id, first.ledger);
    break;
  }
  if (heads.size === 0) {
    findings.push({ where: "line 1", what: "it should say which chain this is and where it ends; that was removed" });
  }
  return heads;
}

async function* readEntries(path: string, hasHead: boolean): AsyncGenerator<RecordEntry | Finding> {
  let number = 0;
  for await (const line of linesOf(createReadStream(path))) {
    number += 1;
    if (number === 1 && hasHead) continue;
    yield parsed(RecordEntry, line) ?? { where: `line ${number}`, what: "this is no entry of a record" };
  }
}

function parsed<Value>(shape: z.ZodType<Value>, line: string): Value | null {
  try {
    return shape.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
