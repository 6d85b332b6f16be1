import type { NegotiatedPassage, NegotiationView, PositionView } from "@compendium/contract";
import { Link } from "react-router";
import { passageElement } from "../compilation/passage-element.ts";
import { BracketLine, ChangeBracket } from "./bracket.tsx";
import { Decide } from "./decide.tsx";
import { DecideAlike } from "./decide-alike.tsx";
import { DecisionLine } from "./decision-line.tsx";
import { Positions } from "./positions.tsx";
import { TableWording } from "./table-wording.tsx";
import { TakePosition } from "./take-position.tsx";
import { Wordings } from "./wordings.tsx";
import { useWords } from "./words.ts";

interface PassageItemProps {
  readonly view: NegotiationView;
  readonly passage: NegotiatedPassage;
  /** On this passage. */
  readonly positions: readonly PositionView[];
}

/** A passage: its wordings, who says what of each, what was decided, and what one may do. */
export function PassageItem({ view, passage, positions }: PassageItemProps) {
  const say = useWords();
  const { id, citation, paragraph } = passage;
  return (
    <article id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <Link to={`/rounds/${view.round.id}/compilations/${view.compilation}#${passageElement(id)}`}>
          <bdi>{citation}</bdi>
        </Link>
      </h2>
      {paragraph === null ? null : (
        <p>
          <Link to={`/paragraphs/${paragraph}`}>{say("to history")}</Link>
        </p>
      )}
      <DecisionLine view={view} passage={passage} />
      <DecideAlike view={view} passage={passage} />
      <BracketLine view={view} passage={passage} />
      <Wordings view={view} passage={passage} />
      <Positions passage={passage} positions={positions} />
      {view.may.includes("decide") ? (
        <>
          <Decide view={view} passage={passage} keysWithin="passage" />
          <ChangeBracket view={view} passage={passage} />
        </>
      ) : null}
      {view.mine.length === 0 ? null : <TakePosition view={view} passage={passage} />}
      <TableWording view={view} passage={passage} />
    </article>
  );
}
