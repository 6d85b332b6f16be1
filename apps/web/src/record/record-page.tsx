import type { LedgerView } from "@compendium/contract";
import { ACT_SUBJECTS } from "@compendium/contract/acts";
import { Link, useSearchParams } from "react-router";
import { DownloadLink } from "../api/download-link.tsx";
import type { Input } from "../api/input.ts";
import { useOperation } from "../api/use-operation.ts";
import { Choice } from "../design/choice.tsx";
import { Nothing, Page } from "../design/page.tsx";
import { WorkspaceLinks } from "../people/workspace-links.tsx";
import { Entry } from "./entry.tsx";
import { shownEntries, shownLedger } from "./shown-entries.ts";
import { useWords } from "./words.ts";

/** The record: every act, in chains that anyone with the file can check. */
export function RecordPage({ workspace }: { readonly workspace: string }) {
  const say = useWords();
  const view = useOperation("readWorkspace", { workspace });
  const ledgers = useOperation("listLedgers", { workspace });
  const [query, setQuery] = useSearchParams();
  const ledger = shownLedger(ledgers, query);
  const shown = ledger && shownEntries(ledger, query);
  return (
    <Page
      title={say("record")}
      tab={`${say("record")} · ${view.name}`}
      above={<WorkspaceLinks workspace={view} />}
      about={
        <>
          <bdi>{view.name}</bdi> · {say("record explained")}
        </>
      }
    >
      {ledger === undefined || shown === undefined ? (
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
            <Choice
              label={say("about")}
              options={[
                { id: "", label: say("all acts") },
                ...ACT_SUBJECTS.map((subject) => ({ id: subject, label: say(`on ${subject}`) })),
              ]}
              chosen={shown.act ?? ""}
              onChoose={(act) => setQuery({ ledger: ledger.id, ...(act === "" ? {} : { act }) })}
            />
            <DownloadLink operation="exportRecord" input={{ ledger: ledger.id }}>
              {say("export")}
            </DownloadLink>
          </div>
          <Entries key={addressOf(shown)} shown={shown} />
        </>
      )}
    </Page>
  );

  function nameOf({ of, delegation, entries }: LedgerView): string {
    return `${delegation ?? say(`chain of ${of}`)} (${entries})`;
  }
}

function Entries({ shown }: { readonly shown: Input<"listRecord"> }) {
  const say = useWords();
  const answer = useOperation("listRecord", shown);
  const { before: _, ...newest } = shown;
  const oldest = answer.entries.at(-1)?.number;
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
              <th scope="col">{say("what")}</th>
              <th scope="col">{say("who")}</th>
              <th scope="col">{say("when")}</th>
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
        {shown.before === undefined ? null : <Link to={addressOf(newest)}>{say("newest")}</Link>}
        {answer.more && oldest !== undefined ? (
          <Link to={addressOf({ ...newest, before: oldest })}>{say("older")}</Link>
        ) : null}
      </p>
    </>
  );
}

/** `?ledger=…&act=…&before=…`: other entries on this page. */
function addressOf(shown: Input<"listRecord">): string {
  return `?${new URLSearchParams(Object.entries(shown).map(([name, value]) => [name, String(value)]))}`;
}
