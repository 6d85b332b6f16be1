import type { NegotiatedPassage, NegotiationView, PositionView } from "@compendium/contract";
import { useState } from "react";
import { Link } from "react-router";
import { useOperation } from "../api/use-operation.ts";
import { Choice, oneOf } from "../design/choice.tsx";
import { Hidden } from "../design/hidden.tsx";
import { Nothing, Page } from "../design/page.tsx";
import { letterOf } from "./letter-of.ts";
import { NegotiationLinks } from "./negotiation-links.tsx";
import { isOpen } from "./progress.ts";
import { ProgressMark } from "./progress-mark.tsx";
import { useWords } from "./words.ts";

const ROWS = ["all", "open", "decided"] as const;
const COLUMNS = ["speaking", "everybody"] as const;

/** A sign for each position, so that many delegations have room side by side; what it means is spoken, and stands below. */
const SIGNS = {
  supports: "●",
  "can accept": "○",
  reserves: "◐",
  "cannot accept": "✕",
  "asks for clarification": "?",
} as const satisfies Readonly<Record<PositionView["stance"], string>>;
const STANCES = Object.keys(SIGNS) as PositionView["stance"][];
const PROPOSES = "◆";

/** Passages by delegations: who proposes and who says what. Nothing is added up, neither by row nor by column. */
export function GridPage({ compilation }: { readonly compilation: string }) {
  const say = useWords();
  const view = useOperation("readNegotiation", { compilation });
  const positions = useOperation("listPositions", { compilation }).filter(({ holds }) => holds);
  const [rows, setRows] = useState<(typeof ROWS)[number]>("all");
  const [columns, setColumns] = useState<(typeof COLUMNS)[number]>("speaking");
  const passages = view.passages.filter((each) => rows === "all" || isOpen(each) === (rows === "open"));
  const delegations = view.delegations.filter(
    ({ code }) => columns === "everybody" || hasSpoken(view, positions, code),
  );
  return (
    <Page
      title={say("grid title", { text: view.text.title })}
      above={<NegotiationLinks view={view} />}
      about={<p>{say("counts nothing")}</p>}
    >
      {view.passages.length === 0 ? <Nothing>{say("no passages")}</Nothing> : null}
      <div className="toolbar-line">
        <Choice
          label={say("show")}
          options={ROWS.map((id) => ({ id, label: say(`show ${id}`) }))}
          chosen={rows}
          onChoose={(id) => setRows(oneOf(ROWS, id))}
        />
        <Choice
          label={say("delegations")}
          options={COLUMNS.map((id) => ({ id, label: say(`columns ${id}`) }))}
          chosen={columns}
          onChoose={(id) => setColumns(oneOf(COLUMNS, id))}
        />
      </div>
      <p className="quiet">
        {PROPOSES} {say("proposes")}
        {STANCES.map((stance) => (
          <span key={stance}>
            {" "}
            · {SIGNS[stance]} {say(stance)}
          </span>
        ))}
        . {say("grid numbers")}
      </p>
      {passages.length === 0 && view.passages.length > 0 ? <Nothing>{say("nothing to show")}</Nothing> : null}
      {passages.length === 0 ? null : (
        // A table that is scrolled by keyboard takes the focus.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <section className="table-scroll" aria-label={say("to grid")} tabIndex={0}>
          <table className="text-table grid">
            <thead>
              <tr>
                <th scope="col">{say("passage")}</th>
                {delegations.map(({ code, name }) => (
                  <th key={code} scope="col" title={name}>
                    <bdi className="codes">{code}</bdi>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {passages.map((passage) => (
                <tr key={passage.id}>
                  <th scope="row">
                    <Link to={`/compilations/${compilation}/negotiation#${passage.id}`}>
                      <bdi>{passage.citation}</bdi>
                    </Link>{" "}
                    <ProgressMark passage={passage} />
                  </th>
                  {delegations.map(({ code }) => (
                    <Cell key={code} passage={passage} code={code} positions={positions} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Page>
  );
}

function hasSpoken({ passages }: NegotiationView, positions: readonly PositionView[], code: string): boolean {
  return (
    positions.some((each) => speaksFor(each, code))
    || passages.some(({ proposals }) => proposals.some(({ delegations }) => delegations.includes(code)))
  );
}

function speaksFor({ delegation, onBehalfOf, inAlignment }: PositionView, code: string): boolean {
  return delegation === code || onBehalfOf.includes(code) || inAlignment.includes(code);
}

interface CellProps {
  readonly passage: NegotiatedPassage;
  readonly code: string;
  readonly positions: readonly PositionView[];
}

function Cell({ passage, code, positions }: CellProps) {
  const say = useWords();
  const own = passage.proposals.flatMap(({ delegations }, i) => (delegations.includes(code) ? [i + 1] : []));
  const said = positions.filter((each) => each.passage === passage.id && speaksFor(each, code));
  /** A number for a proposal, a letter for what was tabled, nothing for the passage as such. */
  const number = ({ about }: PositionView): string => {
    if (about.kind === "proposal") return String(about.proposal + 1);
    if (about.kind === "passage") return "";
    return letterOf(passage.tabled.findIndex(({ id }) => id === about.tabled));
  };
  return (
    <td>
      {own.map((each) => (
        <Sign key={each} sign={PROPOSES} number={String(each)} words={say("proposes")} />
      ))}
      {said.map((each) => (
        <Sign
          key={each.id}
          sign={SIGNS[each.stance]}
          number={number(each)}
          words={
            each.delegation === code
              ? say(each.stance)
              : `${say(each.stance)} (${say("through", { by: each.delegation })})`
          }
        />
      ))}
    </td>
  );
}

interface SignProps {
  readonly sign: string;
  readonly number: string;
  readonly words: string;
}

function Sign({ sign, number, words }: SignProps) {
  return (
    <span className="sign" title={`${words} ${number}`}>
      <span aria-hidden="true">{sign}</span>
      <Hidden>{words} </Hidden>
      {number}{" "}
    </span>
  );
}
