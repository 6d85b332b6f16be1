import type { DecisionView, NegotiatedParagraph, TabledView } from "@compendium/contract";
import { Redline } from "../compilation/text/redline.tsx";
import { Moment } from "../design/moment.tsx";
import { letterOf } from "./letter-of.ts";
import { progressOf } from "./progress.ts";
import { rulingValues } from "./ruling-values.ts";
import { useWords } from "./words.ts";

/** What was proposed for a paragraph in one negotiation, passage by passage, and everything that was decided on each. */
export function ParagraphHistory({ negotiated }: { readonly negotiated: NegotiatedParagraph }) {
  const say = useWords();
  return negotiated.passages.map(({ id, citation, proposals, tabled, decisions }) => (
    <section key={id} aria-label={citation}>
      <ul className="wordings">
        {proposals.map(({ wording, redline, delegations, became, reason }, i) => (
          <li key={delegations[0]}>
            <p className="card-label">
              {say("wording number", { number: i + 1 })} <bdi className="codes">{delegations.join(" ")}</bdi>
              {became === null ? null : <> · {say(`became ${became}`)}</>}
              {reason === null ? null : <>, {say(`because ${reason}`)}</>}
            </p>
            <p className="wording-text" dir="auto" lang="und">
              {wording === "" && redline.length === 0 ? (
                say("to be deleted")
              ) : (
                <Redline redline={redline} codes={delegations} />
              )}
            </p>
          </li>
        ))}
        {tabled.map((each, i) => (
          <li key={each.id}>
            <p className="card-label">
              {each.by === null
                ? say("tabled by chair", { letter: letterOf(i) })
                : say("tabled by", { letter: letterOf(i), delegation: each.by })}
            </p>
            <p className="wording-text" dir="auto" lang="und">
              {each.words === "" ? (
                say("to be deleted")
              ) : (
                <Redline redline={each.redline} codes={[each.by ?? say("table as chair")]} />
              )}
            </p>
          </li>
        ))}
      </ul>
      {decisions.length === 0 ? null : (
        <ol className="names">
          {decisions.map((decision) => (
            <DecisionItem key={decision.id} decision={decision} tabled={tabled} />
          ))}
        </ol>
      )}
    </section>
  ));
}

interface DecisionItemProps {
  readonly decision: DecisionView;
  /** On its passage. */
  readonly tabled: readonly TabledView[];
}

function DecisionItem({ decision, tabled }: DecisionItemProps) {
  const say = useWords();
  const { ruling, adReferendumUntil, note, by, at, undoneAt } = decision;
  return (
    <li>
      <span className="state" data-state={undoneAt === null ? progressOf({ decision }) : undefined}>
        {say(`ruled ${ruling.kind}`, rulingValues(ruling, tabled))}
      </span>{" "}
      {undoneAt === null ? null : <i>{say("undone")} </i>}
      {ruling.kind === "as amended" ? <q dir="auto">{ruling.words}</q> : null}{" "}
      {ruling.kind === "to bilateral consultation" ? <bdi className="codes">{ruling.with.join(" ")} </bdi> : null}
      {adReferendumUntil === null ? null : (
        <>
          {say("ad referendum")} <Moment at={adReferendumUntil} />{" "}
        </>
      )}
      <span className="quiet">
        {say("recorded by", { by })}, <Moment at={at} /> <bdi>{note}</bdi>
      </span>
    </li>
  );
}
