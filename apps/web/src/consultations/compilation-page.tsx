import type { CompilationView as CompilationFacts, RoundView } from "@compendium/contract";
import { useMemo } from "react";
import { Link } from "react-router";
import { DownloadLink } from "../api/download-link.tsx";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { useOperation, useOperationLater } from "../api/use-operation.ts";
import { CompilationView } from "../compilation/compilation-view.tsx";
import { DelegationNames } from "../compilation/delegation-names.tsx";
import { useFormatName } from "../compilation/format-names.ts";
import { Menu } from "../design/menu.tsx";
import { Moment } from "../design/moment.tsx";
import { Page } from "../design/page.tsx";
import { usePageTitle } from "../design/page-title.ts";
import { SureButton } from "../design/sure-button.tsx";
import { useCompilationDocument } from "./use-compilation-document.ts";
import { useWords } from "./words.ts";

interface CompilationPageProps {
  readonly round: string;
  readonly compilation: string;
}

/** A compilation: while it is built, its progress; then the view that the workbench has too. */
export function CompilationPage({ round, compilation }: CompilationPageProps) {
  const view = useOperation("readRound", { round });
  const facts = useOperation("readCompilation", { compilation });
  return facts.builtAt === null ? <Unbuilt round={view} facts={facts} /> : <Built round={view} facts={facts} />;
}

interface PartProps {
  readonly round: RoundView;
  readonly facts: CompilationFacts;
}

function Unbuilt({ round, facts }: PartProps) {
  const say = useWords();
  const { id, number, state, failure, submissions } = facts;
  useOperationLater("readCompilation", { compilation: id }, { every: state === "waiting" ? 2000 : false });
  return (
    <Page
      title={say("compilation number", { number })}
      tab={`${round.title}: ${say("compilation number", { number })}`}
      above={
        <Link to={`/rounds/${round.id}`}>
          <bdi>{round.title}</bdi>
        </Link>
      }
    >
      {state === "failed" ? (
        <div className="problem" role="alert">
          <p className="problem-title">{say("compilation failed")}</p>
          <p lang="en" dir="auto">
            {failure}
          </p>
        </div>
      ) : (
        <>
          <p role="status">{say("compilation is made", { count: submissions.length })}</p>
          <progress className="progress-bar" aria-label={say("compilation waiting")} />
        </>
      )}
    </Page>
  );
}

function Built({ round, facts }: PartProps) {
  const say = useWords();
  const { id, number, state, released } = facts;
  const { document, parts, there } = useCompilationDocument(id);
  const names = useMemo(() => new Map(document.delegations.map(({ code, name }) => [code, name])), [document]);
  const title = `${round.title}: ${say("compilation number", { number })}`;
  usePageTitle(title);
  return (
    <DelegationNames names={names}>
      <div className="compilation-head">
        <div className="page-name">
          <p className="page-above">
            <Link to={`/rounds/${round.id}`}>
              <bdi>{round.title}</bdi>
            </Link>
          </p>
          <h1 tabIndex={-1}>
            {say("compilation number", { number })}{" "}
            <span className="state" data-state={state}>
              {say(`compilation ${state}`)}
            </span>
          </h1>
          {released === null ? null : (
            <p className="quiet">
              {say("released at")} <Moment at={released.at} /> ·{" "}
              <Link to={`/compilations/${id}/negotiation`}>{say("to negotiation")}</Link>
            </p>
          )}
        </div>
        <Release round={round} facts={facts} />
        {there === parts ? null : (
          <progress className="progress-bar" value={there} max={parts} aria-label={say("compilation coming")} />
        )}
      </div>
      <CompilationView
        compilation={document}
        isWhole={there === parts}
        isToCheck={released === null}
        actions={<Downloads facts={facts} />}
      />
    </DelegationNames>
  );
}

function Release({ round, facts }: PartProps) {
  const say = useWords();
  const release = useAct("release");
  if (round.may.includes("release") && round.state !== "closed") {
    return <p className="quiet">{say("release after closing")}</p>;
  }
  if (!facts.may.includes("release") && release.problem === null) return null;
  return (
    <div className="page-actions">
      <ProblemNote problem={release.problem} />
      <p className="quiet">{say("release explained")}</p>
      <SureButton
        look="main"
        label={say("release")}
        explained={say("release for good")}
        sure={say("release now")}
        cancel={say("cancel")}
        isDisabled={release.isRunning}
        onPress={() => void release.run({ compilation: facts.id })}
      />
    </div>
  );
}

function Downloads({ facts }: { readonly facts: CompilationFacts }) {
  const say = useWords();
  const nameOf = useFormatName();
  if (facts.files.length === 0) return null;
  return (
    <Menu label={say("download")}>
      {facts.files.map(({ format, file }) => (
        <li key={format}>
          <DownloadLink operation="downloadCompilation" input={{ compilation: facts.id, format }} file={file}>
            {nameOf(format)}
          </DownloadLink>
        </li>
      ))}
    </Menu>
  );
}
