import type { LedgerView, RecordEntry } from "@compendium/contract";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { DownloadLink } from "../api/download-link.tsx";
import { ProblemNote } from "../api/problem-note.tsx";
import { useOperation, useOperationLater } from "../api/use-operation.ts";
import { Button } from "../design/button.tsx";
import { Choice } from "../design/choice.tsx";
import { Form, TextField, textIn } from "../design/form.tsx";
import { Moment } from "../design/moment.tsx";
import { Nothing, Page } from "../design/page.tsx";
import { WorkspaceLinks } from "../people/workspace-links.tsx";
import { useWords } from "./words.ts";

/** The record: every act, in chains that anyone with the file can check. */
export function RecordPage({ workspace }: { readonly workspace: string }) {
  const say = useWords();
  const view = useOperation("readWorkspace", { workspace });
  const ledgers = useOperation("listLedgers", { workspace });
  const [query, setQuery] = useSearchParams();
  const ledger = ledgers.find(({ id }) => id === query.get("ledger")) ?? ledgers[0];
  const act = query.get("act") ?? "";
  return (
    <Page title={view.name} above={<WorkspaceLinks workspace={view} />} about={say("record explained")}>
      {ledger === undefined ? (
        <Nothing>{say("no record")}</Nothing>
      ) : (
        <>
          <div className="toolbar-line">
            <Choice
              label={say("chain")}
              options={ledgers.map((each) => ({ id: each.id, label: nameOf(each) }))}
              chosen={ledger.id}
              onChoose={(id) => setQuery({ ledger: id })}
            />
            <Form layout="row" onSubmit={(values) => setQuery({ ledger: ledger.id, act: textIn(values, "act") })}>
              <TextField name="act" label={say("act")} placeholder="submission." defaultValue={act} />
              <Button type="submit">{say("filter")}</Button>
            </Form>
            <DownloadLink operation="exportRecord" input={{ ledger: ledger.id }}>
              {say("export")}
            </DownloadLink>
          </div>
          <Entries key={`${ledger.id} ${act}`} ledger={ledger} act={act} />
        </>
      )}
    </Page>
  );

  function nameOf({ of, delegation, entries }: LedgerView): string {
    return `${delegation ?? say(`chain of ${of}`)} (${entries})`;
  }
}

function Entries({ ledger, act }: { readonly ledger: LedgerView; readonly act: string }) {
  const say = useWords();
  const [before, setBefore] = useState<number | null>(null);
  const { answer, problem } = useOperationLater("listRecord", {
    ledger: ledger.id,
    ...(before === null ? {} : { before }),
    ...(act === "" ? {} : { act }),
  });
  if (problem !== null) return <ProblemNote problem={problem} />;
  if (answer === undefined) return <p role="status">{say("loading")}</p>;
  if (answer.entries.length === 0) return <Nothing>{say("no entries")}</Nothing>;
  return (
    <>
      {/* A wide table is scrolled sideways, by keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className="table-scroll" aria-label={say("entries")} tabIndex={0}>
        <table className="text-table">
          <thead>
            <tr>
              <th scope="col">{say("number")}</th>
              <th scope="col">{say("when")}</th>
              <th scope="col">{say("who")}</th>
              <th scope="col">{say("act")}</th>
              <th scope="col">{say("what")}</th>
              <th scope="col">{say("hash")}</th>
            </tr>
          </thead>
          <tbody>
            {answer.entries.map((entry) => (
              <Entry key={entry.number} entry={entry} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="facts">
        {before === null ? null : <Button onPress={() => setBefore(null)}>{say("newest")}</Button>}
        {answer.more ? (
          <Button onPress={() => setBefore(answer.entries.at(-1)?.number ?? null)}>{say("older")}</Button>
        ) : null}
      </p>
    </>
  );
}

function Entry({ entry }: { readonly entry: RecordEntry }) {
  const { number, at, actor, act, object, detail, hash } = entry;
  return (
    <tr>
      <td>{number}</td>
      <td>
        <Moment at={at} />
      </td>
      <td>
        <bdi>{actor.name}</bdi>
      </td>
      <td lang="en">{act}</td>
      <td>
        <span lang="en">{object.kind}</span> <bdi className="hash">{object.id}</bdi>
        <dl className="details" lang="en">
          {Object.entries(detail).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">
                <DetailValue value={value} />
              </dd>
            </div>
          ))}
        </dl>
      </td>
      <td>
        <bdi className="hash" title={hash}>
          {hash.slice(0, 12)}…
        </bdi>
      </td>
    </tr>
  );
}

/** Longer than this, in characters, a detail opens at a press. */
const LONG_DETAIL = 120;

function DetailValue({ value }: { readonly value: unknown }) {
  const isWords = Array.isArray(value) && value.every((each) => typeof each === "string");
  const words = typeof value === "string" ? value : isWords ? value.join(", ") : JSON.stringify(value, null, 1);
  if (words.length <= LONG_DETAIL) return words;
  return (
    <details>
      <summary>{`${words.slice(0, 40)} …`}</summary>
      <pre className="detail-whole">{words}</pre>
    </details>
  );
}
