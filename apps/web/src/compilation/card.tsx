import type { FormattingEntry, ProposalEntry, SponsorEntry } from "@compendium/engine";
import { type Ref, useId } from "react";
import { Button } from "../design/button.tsx";
import { Comments } from "./comments.tsx";
import { useDelegationName } from "./delegation-names.tsx";
import { LongWording } from "./long-wording.tsx";
import { isOfCells } from "./text/passage-line.tsx";
import type { Stop } from "./text/stops.ts";
import { useWords } from "./words.ts";

interface CardProps {
  readonly stop: Stop;
  /** From 1, among those that the filter shows; 0 if it is not among them. */
  readonly number: number;
  readonly count: number;
  readonly onStep: (by: 1 | -1) => void;
  readonly onGo: (passageId: string) => void;
  readonly onClose: () => void;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** All about one place: the base wording, every proposal with its delegations, the comments. */
export function Card({ stop, number, count, onStep, onGo, onClose, headingRef }: CardProps) {
  const say = useWords();
  const title = useId();
  return (
    <article className="card" aria-labelledby={title}>
      <header className="card-head">
        <p className="quiet">{number > 0 ? say("stop of", { number, count }) : null}</p>
        <Button look="plain" onPress={() => onStep(-1)} aria-label={say("previous")}>
          <span aria-hidden="true">↑</span>
        </Button>
        <Button look="plain" onPress={() => onStep(1)} aria-label={say("next")}>
          <span aria-hidden="true">↓</span>
        </Button>
        <Button look="plain" onPress={onClose} aria-label={say("close")}>
          <span aria-hidden="true">✕</span>
        </Button>
      </header>
      <h2 id={title} ref={headingRef} tabIndex={-1} className="card-title" dir="auto">
        {stop.citation}
      </h2>
      {stop.kind === "passage" ? <Base base={stop.passage.base} isContested={stop.contested} /> : null}
      {stop.kind === "passage" ? (
        <ol className="proposals">
          {stop.passage.proposals.map((proposal, i) => (
            <li key={proposal.sponsors[0]?.delegation}>
              <Proposal proposal={proposal} number={i + 1} isRival={stop.contested} onGo={onGo} />
            </li>
          ))}
        </ol>
      ) : null}
      {stop.kind === "formatting" ? stop.proposals.map((look) => <Look key={look.change} look={look} />) : null}
      {stop.kind === "formatting" && stop.places.length > 1 ? (
        <p className="quiet">
          {say("same at", { count: stop.places.length - 1 })} <bdi>{stop.places.slice(1).join("; ")}</bdi>
        </p>
      ) : null}
      <Comments comments={stop.comments} />
    </article>
  );
}

function Base({ base, isContested }: { readonly base: string; readonly isContested: boolean }) {
  const say = useWords();
  if (base === "") return <p className="quiet">{say("nothing in base")}</p>;
  if (!isContested) return null;
  return (
    <section>
      <h3 className="card-label">{say("base wording")}</h3>
      <LongWording redline={[{ kind: "kept", text: base.replace(/\n$/, "") }]} codes={[]} isOfCells={false} />
    </section>
  );
}

interface ProposalProps {
  readonly proposal: ProposalEntry;
  readonly number: number;
  readonly isRival: boolean;
  readonly onGo: (passageId: string) => void;
}

function Proposal({ proposal, number, isRival, onGo }: ProposalProps) {
  const say = useWords();
  const { sponsors, redline, nearIdenticalTo, inner = [] } = proposal;
  return (
    <section className="proposal">
      <h3 className="card-label">{isRival ? say("wording number", { number }) : say("proposed wording")}</h3>
      <Sponsors sponsors={sponsors} />
      {redline.length === 0 ? (
        <p className="wording-text">
          <em>{say("structure only")}</em>
        </p>
      ) : (
        <LongWording
          redline={redline}
          codes={sponsors.map(({ delegation }) => delegation)}
          isOfCells={isOfCells(proposal.structure)}
        />
      )}
      {inner.map((text) => (
        <p key={text} className="wording-note" dir="auto">
          {say("with text box", { text: text.trim() })}
        </p>
      ))}
      {nearIdenticalTo.length > 0 ? (
        <p className="hint">{say("near-identical", { numbers: nearIdenticalTo.map((at) => at + 1).join(", ") })}</p>
      ) : null}
      <MoveLinks sponsors={sponsors} onGo={onGo} />
    </section>
  );
}

/** Everyone who proposes exactly this, in one running line that holds 57 as well as one. */
function Sponsors({ sponsors }: { readonly sponsors: readonly SponsorEntry[] }) {
  const say = useWords();
  const nameOf = useDelegationName();
  return (
    <ul className="sponsors">
      {sponsors.map(({ delegation, tracked }) => (
        <li key={delegation}>
          <bdi className="codes">{delegation}</bdi> <bdi>{nameOf(delegation)}</bdi>
          {tracked ? null : <span className="untracked"> {say("untracked")}</span>}
        </li>
      ))}
    </ul>
  );
}

function MoveLinks({ sponsors, onGo }: Pick<ProposalProps, "onGo"> & { readonly sponsors: readonly SponsorEntry[] }) {
  const say = useWords();
  const ends = new Map(
    sponsors.flatMap(({ movedTo, movedFrom }) => [
      ...(movedTo === undefined ? [] : [[movedTo, "go to new place"] as const]),
      ...(movedFrom === undefined ? [] : [[movedFrom, "go to old place"] as const]),
    ]),
  );
  return [...ends].map(([passageId, words]) => (
    <Button key={passageId} look="plain" onPress={() => onGo(passageId)}>
      {say(words)}
    </Button>
  ));
}

function Look({ look }: { readonly look: FormattingEntry }) {
  const say = useWords();
  return (
    <section className="proposal">
      <h3 className="card-label">{say("proposed look")}</h3>
      <Sponsors sponsors={look.sponsors} />
      {look.text.trim() === "" ? null : (
        <blockquote className="wording-text" dir="auto">
          {look.text}
        </blockquote>
      )}
      <p lang="en" dir="ltr">
        {look.change}
      </p>
    </section>
  );
}
