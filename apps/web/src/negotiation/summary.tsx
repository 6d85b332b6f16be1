import type { NegotiatedPassage, NegotiationView, PositionView } from "@compendium/contract";
import { Section } from "../design/page.tsx";
import { isOpen, openFor, PROGRESS, type Progress, progressOf } from "./progress.ts";
import { useWords } from "./words.ts";

interface SummaryProps {
  readonly view: NegotiationView;
  readonly positions: readonly PositionView[];
}

/** How far it is, in places and not in voices: what is open, for whom, and which passage holds others up. */
export function Summary({ view, positions }: SummaryProps) {
  const say = useWords();
  const { passages, delegations } = view;
  const count = (wanted: Progress): number => passages.filter((each) => progressOf(each) === wanted).length;
  const order = delegations.map(({ code }) => code);
  const held = passages
    .filter(isOpen)
    .map((passage) => ({ passage, codes: openFor(passage.id, positions, order) }))
    .filter(({ codes }) => codes.length > 0);
  const waiting = Map.groupBy(
    passages.filter((each) => isOpen(each) && each.bracket.dependsOn !== null),
    ({ bracket }) => bracket.dependsOn,
  );
  const holdingUp = passages.flatMap((passage) => {
    const others = waiting.get(passage.id) ?? [];
    return others.length === 0 ? [] : [{ passage, count: others.length }];
  });
  return (
    <Section title={say("passages open", { count: count("open") })}>
      <p>
        {PROGRESS.filter((each) => each !== "open" && (count(each) > 0 || each === "agreed"))
          .map((each) => say(`passages ${each}`, { count: count(each) }))
          .join(" · ")}
      </p>
      {held.length + holdingUp.length === 0 ? null : (
        <dl className="pairs">
          {holdingUp.map(({ passage, count: others }) => (
            <Pair key={`waits ${passage.id}`} passage={passage}>
              {say("passages waiting", { count: others })}
            </Pair>
          ))}
          {held.map(({ passage, codes }) => (
            <Pair key={`open ${passage.id}`} passage={passage}>
              {say("open for")} <bdi className="codes">{codes.join(" ")}</bdi>
            </Pair>
          ))}
        </dl>
      )}
    </Section>
  );
}

function Pair({ passage, children }: { readonly passage: NegotiatedPassage; readonly children: React.ReactNode }) {
  return (
    <div className="pairs-more">
      <dt>
        <a href={`#${passage.id}`}>
          <bdi>{passage.citation}</bdi>
        </a>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
