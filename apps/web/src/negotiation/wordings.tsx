import type { NegotiatedPassage, NegotiationView } from "@compendium/contract";
import { Redline } from "../compilation/text/redline.tsx";
import { letterOf } from "./letter-of.ts";
import { useWords } from "./words.ts";

interface WordingsProps {
  readonly view: NegotiationView;
  readonly passage: NegotiatedPassage;
  /** In which each wording is named; one below that of the passage. */
  readonly heading?: "h2" | "h3";
}

/** The base text of a passage, and every wording beside it: those proposed, and those on the table. */
export function Wordings({ view, passage, heading: Heading = "h3" }: WordingsProps) {
  const say = useWords();
  const { base, before, after, proposals, tabled } = passage;
  const citationOf = (id: string): string => view.passages.find((each) => each.id === id)?.citation ?? id;
  return (
    <>
      <p className="wording-text" dir="auto" lang="und">
        <Redline redline={[{ kind: "kept", text: before }]} codes={[]} />
        <mark className="in-question">{base === "" ? "[…]" : base}</mark>
        {after}
      </p>
      <ol className="wordings">
        {proposals.map(({ wording, redline, delegations, moves }, i) => (
          <li key={delegations[0]}>
            <Heading className="card-label">
              {say("wording number", { number: i + 1 })} <bdi className="codes">{delegations.join(" ")}</bdi>
            </Heading>
            <p className="wording-text" dir="auto" lang="und">
              {wording === "" && redline.length === 0 ? (
                say("to be deleted")
              ) : (
                <Redline redline={redline} codes={delegations} />
              )}
            </p>
            {moves.map(({ direction, passage: end }) => (
              <p key={`${direction} ${end}`} className="quiet">
                {say(`moved ${direction}`, { place: citationOf(end) })}
              </p>
            ))}
          </li>
        ))}
        {tabled.map(({ id, by, words, redline }, i) => (
          <li key={id}>
            <Heading className="card-label">
              {by === null
                ? say("tabled by chair", { letter: letterOf(i) })
                : say("tabled by", { letter: letterOf(i), delegation: by })}
            </Heading>
            <p className="wording-text" dir="auto" lang="und">
              {words === "" ? (
                say("to be deleted")
              ) : (
                <Redline redline={redline} codes={[by ?? say("table as chair")]} />
              )}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
