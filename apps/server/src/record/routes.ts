import { can } from "../platform/can.ts";
import { onSubject, type Route, route } from "../platform/http/route.ts";
import type { Db } from "../platform/tables.ts";
import { workspaceLedger } from "./ledgers.ts";
import { readLedger, seeLedgers } from "./policy.ts";
import { presentLedger } from "./present.ts";
import { findLedger, ledgersOf, listEntries, readChain } from "./queries.ts";

export function recordRoutes(db: Db): readonly Route[] {
  const ledger = async ({ ledger: id }: { readonly ledger: string }) => (await findLedger(db, id)) ?? null;
  return [
    route(
      "listLedgers",
      onSubject(({ workspace }) => ledger({ ledger: workspaceLedger(workspace) }), seeLedgers),
      async ({ workspace }, { actor }) => {
        const ledgers = await ledgersOf(db, workspace);
        return ledgers.filter((each) => can(actor, readLedger, each)).map(presentLedger);
      },
    ),
    route("listRecord", onSubject(ledger, readLedger), async ({ ledger: id, count, ...filter }) => {
      const entries = await listEntries(db, id, filter, count + 1);
      return { entries: entries.slice(0, count), more: entries.length > count };
    }),
    route("exportRecord", onSubject(ledger, readLedger), async (_, { subject }) => {
      const entries = await readChain(db, subject.id);
      const lines = [{ ledger: presentLedger(subject) }, ...entries].map((line) => `${JSON.stringify(line)}\n`);
      return {
        bytes: new TextEncoder().encode(lines.join("")),
        name: `record ${subject.id.replaceAll(":", " ")}.jsonl`,
        type: "application/octet-stream",
      };
    }),
  ];
}
