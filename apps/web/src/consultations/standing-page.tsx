import { Link } from "react-router";
import { useOperation } from "../api/use-operation.ts";
import { Nothing, Page } from "../design/page.tsx";
import { nameOf } from "./round-list.tsx";
import { useWords } from "./words.ts";

interface StandingPageProps {
  readonly round: string;
  readonly delegation: string;
}

/** What one's delegation proposed, who proposes the same, and what stands beside it. Nothing is counted. */
export function StandingPage({ round, delegation }: StandingPageProps) {
  const say = useWords();
  const view = useOperation("readRound", { round });
  const { compilation, proposals } = useOperation("readStanding", { round, delegation });
  const named = (codes: readonly string[]): string => codes.map((code) => `${code} ${nameOf(view, code)}`).join(", ");
  return (
    <Page
      title={say("standing of", { delegation: nameOf(view, delegation) })}
      above={
        <Link to={`/rounds/${round}`}>
          <bdi>{view.title}</bdi>
        </Link>
      }
      about={
        compilation === null ? undefined : (
          <Link to={`/rounds/${round}/compilations/${compilation.id}`}>
            {say("compilation number", { number: compilation.number })}
          </Link>
        )
      }
    >
      {compilation === null ? <Nothing>{say("nothing released")}</Nothing> : null}
      {compilation !== null && proposals.length === 0 ? <Nothing>{say("nothing proposed")}</Nothing> : null}
      <ol className="versions">
        {proposals.map(({ passage, citation, base, wording, with: others, rivals }) => (
          <li key={passage} className="version">
            <h2>
              <bdi>{citation}</bdi>
            </h2>
            <dl className="pairs">
              <dt>{say("base wording")}</dt>
              <dd dir="auto" lang="und">
                {base === "" ? "—" : base}
              </dd>
              <dt>{say("your wording")}</dt>
              <dd dir="auto" lang="und">
                {wording === "" ? say("to be deleted") : wording}
              </dd>
              {others.length === 0 ? null : (
                <>
                  <dt>{say("the same from")}</dt>
                  <dd>{named(others)}</dd>
                </>
              )}
              {rivals.map((rival) => (
                <div key={rival.delegations.join(" ")} className="pairs-more">
                  <dt>{named(rival.delegations)}</dt>
                  <dd dir="auto" lang="und">
                    {rival.wording === "" ? say("to be deleted") : rival.wording}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </Page>
  );
}
