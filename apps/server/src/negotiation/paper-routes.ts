import { ApiProblem, WORD_FILE } from "@compendium/contract";
import { type CompilationOfRound, findCompilation, namedAfter, proposalsOf } from "../consultations/index.ts";
import { delegationsOf } from "../people/index.ts";
import { onSubject, type Route, route } from "../platform/http/route.ts";
import type { Services } from "../platform/services.ts";
import { findDraft } from "../texts/index.ts";
import { writtenCsv, writtenPaper } from "./papers/in-thread.ts";
import { reportPaper } from "./papers/report.ts";
import { type Traced, traceabilityPaper, traceabilityRows } from "./papers/traceability.ts";
import { lead, readMeeting, readNegotiation } from "./policy.ts";
import { bracketsOf, decisionsOf, findMeeting, outcomesOf, positionsOf, redraftOf, tabledOf } from "./queries.ts";

export function paperRoutes(services: Services): readonly Route[] {
  const { db, threads } = services;
  const compilation = ({ compilation: id }: { readonly compilation: string }) => findCompilation(db, id);
  const meeting = ({ meeting: id }: { readonly meeting: string }) => findMeeting(db, id);
  return [
    route("downloadTraceability", onSubject(compilation, readNegotiation), async ({ language }, { subject }) => {
      const all = await traced(services, subject);
      return {
        bytes: await writtenPaper(threads, traceabilityPaper(all, language)),
        name: `${namedAfter(subject, all.at)} (traceability).docx`,
        type: WORD_FILE,
      };
    }),
    route("downloadTraceabilityTable", onSubject(compilation, readNegotiation), async ({ language }, { subject }) => {
      const all = await traced(services, subject);
      return {
        bytes: await writtenCsv(threads, traceabilityRows(all, language)),
        name: `${namedAfter(subject, all.at)} (traceability).csv`,
        type: "text/csv; charset=utf-8",
      };
    }),
    route("downloadReport", onSubject(meeting, readMeeting, lead), async ({ language }, { subject }) => {
      const { id } = subject.compilation;
      const { number, openedAt } = subject.meeting;
      if (openedAt === null) throw new ApiProblem("not-now", "The meeting has not been opened yet.");
      const all = {
        proposals: await proposalsOf(db, id),
        tabled: await tabledOf(db, id),
        decisions: await decisionsOf(db, id),
        positions: await positionsOf(db, id),
        brackets: await bracketsOf(db, id),
      };
      const delegations = await delegationsOf(db, subject.text.workspace);
      const names = new Map(delegations.map(({ code, name }) => [code, name]));
      return {
        bytes: await writtenPaper(threads, reportPaper(subject, all, names, language)),
        name: `${namedAfter(subject, openedAt)}, meeting ${number} (draft report).docx`,
        type: WORD_FILE,
      };
    }),
  ];
}

async function traced({ db, clock }: Services, of: CompilationOfRound): Promise<Traced> {
  const { id } = of.compilation;
  const redraft = await redraftOf(db, id);
  const next = redraft === null ? null : await findDraft(db, redraft.draft);
  return {
    of,
    at: await clock.now(db),
    proposals: await proposalsOf(db, id),
    tabled: await tabledOf(db, id),
    decisions: await decisionsOf(db, id),
    outcomes: await outcomesOf(db, id),
    redraft,
    nextSymbol: next?.draft.symbol ?? "",
  };
}
