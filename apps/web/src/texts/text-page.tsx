import type { DraftSummary, TextView } from "@compendium/contract";
import { useRef, useState } from "react";
import { Link } from "react-router";
import { DownloadLink } from "../api/download-link.tsx";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { useOperation, useOperationLater } from "../api/use-operation.ts";
import { RoundList } from "../consultations/round-list.tsx";
import { Button } from "../design/button.tsx";
import { Form } from "../design/form.tsx";
import { Day } from "../design/moment.tsx";
import { Nothing, Page, Section } from "../design/page.tsx";
import { MeetingsAhead } from "../negotiation/ahead/meetings-ahead.tsx";
import { AddDraft } from "./add-draft.tsx";
import { TextFields, textFactsIn } from "./text-fields.tsx";
import { TextLine } from "./text-line.tsx";
import { useWords } from "./words.ts";

/** A text: its drafts, the rounds on them, and what may be done next. */
export function TextPage({ text }: { readonly text: string }) {
  const say = useWords();
  const view = useOperation("readText", { text });
  const rounds = useOperation("listRounds", { text });
  const { workspace, drafts, distribution, may } = view;
  const mayOpenRound = may.includes("open round") && drafts.length > 0;
  return (
    <Page
      title={view.title}
      above={<Link to={`/workspaces/${workspace}`}>{say("to workspace")}</Link>}
      about={<TextLine text={view} />}
      actions={
        mayOpenRound && distribution === "secretariat" ? (
          <p className="quiet">{say("round needs wider")}</p>
        ) : mayOpenRound ? (
          <Link className="button button-main" to={`/texts/${text}/new-round`}>
            {say("open round")}
          </Link>
        ) : undefined
      }
    >
      <MeetingsAhead text={text} />
      <Section title={say("drafts of text")}>
        {drafts.length === 0 ? (
          <Nothing>{say(may.includes("add draft") ? "no draft for secretariat" : "no draft")}</Nothing>
        ) : (
          <ul className="rows">
            {drafts.map((draft) => (
              <DraftItem key={draft.id} draft={draft} />
            ))}
          </ul>
        )}
        {may.includes("add draft") ? <AddDraft text={view} /> : null}
      </Section>
      <Section title={say("rounds")}>
        {rounds.length === 0 ? <Nothing>{say("no rounds on text")}</Nothing> : <RoundList rounds={rounds} />}
      </Section>
      {may.includes("change") ? <ChangeText view={view} /> : null}
    </Page>
  );
}

function DraftItem({ draft }: { readonly draft: DraftSummary }) {
  const say = useWords();
  const { id, number, symbol, createdAt, paragraphs, file, tracked } = draft;
  return (
    <li className="row-item">
      <span className="row-main">
        <Link to={`/drafts/${id}`}>{say("draft number", { number })}</Link> <bdi className="quiet">{symbol}</bdi>
      </span>
      <span className="quiet">{say("paragraphs", { count: paragraphs })}</span>
      <span className="quiet">
        <Day at={createdAt} />
      </span>
      <DownloadLink operation="downloadDraft" input={{ draft: id }} file={file}>
        {say("download word")}
      </DownloadLink>
      {tracked === null ? null : (
        <DownloadLink operation="downloadTrackedDraft" input={{ draft: id }} file={tracked}>
          {say("download tracked")}
        </DownloadLink>
      )}
    </li>
  );
}

function ChangeText({ view }: { readonly view: TextView }) {
  const say = useWords();
  const { id, workspace } = view;
  // Of what the form shows, and not of what others have made of it since.
  const [version, setVersion] = useState(view.version);
  const change = useAct("changeText");
  const fold = useRef<HTMLDetailsElement>(null);
  const { answer: delegations = [] } = useOperationLater("listDelegations", { workspace });
  const save = async (values: FormData): Promise<void> => {
    const changed = await change.run({ text: id, body: { ...textFactsIn(values, view), version } });
    if (changed === undefined) return;
    setVersion(changed.version);
    if (fold.current !== null) fold.current.open = false;
  };
  return (
    <details className="fold" ref={fold}>
      <summary>{say("change text")}</summary>
      {/* Delegations come later than the page: ticks take their first state from what is there when they are made. */}
      <Form key={delegations.length} onSubmit={(values) => void save(values)}>
        <TextFields facts={view} delegations={delegations} />
        <Button type="submit" look="main" isDisabled={change.isRunning}>
          {say("save")}
        </Button>
        <ProblemNote problem={change.problem} onSeen={setVersion} />
      </Form>
    </details>
  );
}
