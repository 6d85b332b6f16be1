import type { RoundView } from "@compendium/contract";
import { Link } from "react-router";
import { Deadline } from "./deadline.tsx";
import { useWords } from "./words.ts";

/** Rounds with their deadlines, and what each wants from the reader. */
export function RoundList({ rounds }: { readonly rounds: readonly RoundView[] }) {
  const say = useWords();
  return (
    <ul className="cards">
      {rounds.map((round) => (
        <li key={round.id} className="card-item" data-state={round.state}>
          <h3>
            <Link to={`/rounds/${round.id}`}>
              <bdi>{round.title}</bdi>
            </Link>{" "}
            <RoundState state={round.state} />
          </h3>
          <p className="quiet facts">
            <bdi>{round.text.title}</bdi>
            <bdi>{round.draft.symbol || say("draft number", { number: round.draft.number })}</bdi>
          </p>
          <Deadline round={round} />
          {round.mine.length === 0 ? null : (
            <p className="facts">
              {round.mine.map((code) => (
                <Link key={code} to={`/rounds/${round.id}/delegations/${code}`}>
                  {say("room of", { delegation: nameOf(round, code) })}
                </Link>
              ))}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

export function RoundState({ state }: Pick<RoundView, "state">) {
  const say = useWords();
  return (
    <span className="state" data-state={state}>
      {say(`round ${state}`)}
    </span>
  );
}

/** As the round names its delegations; the code where it does not. */
export function nameOf({ delegations }: RoundView, code: string): string {
  return delegations.find((each) => each.code === code)?.name ?? code;
}
