import type { CompilationView, RoundView } from "@compendium/contract";
import { Link } from "react-router";
import { DownloadLink } from "../api/download-link.tsx";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { useOperation, useOperationLater } from "../api/use-operation.ts";
import { Button } from "../design/button.tsx";
import { Moment } from "../design/moment.tsx";
import { Nothing, Page, Section } from "../design/page.tsx";
import { MeetingsAhead } from "../negotiation/ahead/meetings-ahead.tsx";
import { Answers } from "./answers.tsx";
import { ChangeRound } from "./change-round.tsx";
import { ChangedSince } from "./changed-since.tsx";
import { Deadline } from "./deadline.tsx";
import { RoundActs } from "./round-acts.tsx";
import { nameOf, RoundState } from "./round-list.tsx";
import { useWords } from "./words.ts";

/** A round: until when, on which draft, what is asked, and what came of it. */
export function RoundPage({ round }: { readonly round: string }) {
  const say = useWords();
  const view = useOperation("readRound", { round });
  const { title, text, draft, state, cancelled, carriedFrom, instructions, delegations, mine, may } = view;
  return (
    <Page
      title={title}
      above={
        <Link to={`/texts/${text.id}`}>
          <bdi>{text.title}</bdi>
        </Link>
      }
      about={
        <>
          <RoundState state={state} /> <Deadline round={view} />
          {carriedFrom === null ? null : (
            <p>
              <Link to={`/rounds/${carriedFrom}`}>{say("carried from draft")}</Link>
            </p>
          )}
          {cancelled === null ? null : (
            <p>
              {say("cancelled by", { by: cancelled.by })} <q dir="auto">{cancelled.reason}</q>
            </p>
          )}
        </>
      }
    >
      <MeetingsAhead text={text.id} />
      <Section title={say("draft asked about")}>
        <p className="facts">
          <Link to={`/drafts/${draft.id}`}>
            {say("draft number", { number: draft.number })} <bdi>{draft.symbol}</bdi>
          </Link>
          <DownloadLink operation="downloadDraft" input={{ draft: draft.id }}>
            {say("draft as word")}
          </DownloadLink>
        </p>
        {instructions === "" ? null : (
          <p className="instructions" dir="auto" lang="und">
            {instructions}
          </p>
        )}
      </Section>
      {mine.map((code) => (
        <Section key={code} title={nameOf(view, code)}>
          <p>{say(state === "open" ? "your delegation open" : "your delegation closed")}</p>
          <p className="facts">
            <Link className="button button-main" to={`/rounds/${round}/delegations/${code}`}>
              {say("to room")}
            </Link>
            <Link to={`/rounds/${round}/delegations/${code}/standing`}>{say("to standing")}</Link>
          </p>
        </Section>
      ))}
      <Compilations round={view} />
      {may.includes("see submissions") ? (
        <Answers round={view} />
      ) : carriedFrom === null ? (
        <Section title={say("delegations asked", { count: delegations.length })}>
          <ul className="names">
            {delegations.map(({ code, name }) => (
              <li key={code}>
                <bdi className="codes">{code}</bdi> <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <RoundActs round={view} />
      {may.includes("change") ? <ChangeRound view={view} /> : null}
    </Page>
  );
}

function Compilations({ round }: { readonly round: RoundView }) {
  const say = useWords();
  const compilations = useOperation("listCompilations", { round: round.id });
  const ask = useAct("askForCompilation");
  const [newest] = compilations;
  const mayCompile = round.may.includes("compile");
  const isBeingBuilt = compilations.some(({ state }) => state === "waiting");
  // Asked again while one is being built, so that the page tells when it is there.
  useOperationLater(
    "listCompilations",
    { round: round.id },
    { enabled: isBeingBuilt, every: isBeingBuilt ? 2000 : false },
  );
  return (
    <Section
      title={say("compilations")}
      actions={
        mayCompile ? (
          <Button isDisabled={ask.isRunning || isBeingBuilt} onPress={() => void ask.run({ round: round.id })}>
            {say("compile now")}
          </Button>
        ) : null
      }
    >
      <ProblemNote problem={ask.problem} />
      {newest !== undefined && mayCompile && !isBeingBuilt ? <ChangedSince round={round} compilation={newest} /> : null}
      {compilations.length === 0 ? (
        <Nothing>{say(mayCompile ? "no compilation for secretariat" : "no compilation")}</Nothing>
      ) : null}
      <ul className="rows">
        {compilations.map((compilation) => (
          <CompilationItem key={compilation.id} compilation={compilation} />
        ))}
      </ul>
    </Section>
  );
}

function CompilationItem({ compilation }: { readonly compilation: CompilationView }) {
  const say = useWords();
  const { id, round, number, state, submissions, counts, released, askedAt } = compilation;
  return (
    <li className="row-item">
      <span className="row-main">
        <Link to={`/rounds/${round}/compilations/${id}`}>{say("compilation number", { number })}</Link>{" "}
        <span className="state" data-state={state}>
          {say(`compilation ${state}`)}
        </span>
      </span>
      {released === null ? null : <Link to={`/compilations/${id}/negotiation`}>{say("to negotiation")}</Link>}
      <span className="quiet">{say("submissions", { count: submissions.length })}</span>
      <span className="quiet">{counts === null ? null : say("passages", { count: counts.passages })}</span>
      <span className="quiet">
        <Moment at={released?.at ?? askedAt} />
      </span>
    </li>
  );
}
