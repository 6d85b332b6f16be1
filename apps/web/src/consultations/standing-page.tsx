import type { Standing, StandingEnd } from "@compendium/contract";
import { Link } from "react-router";
import { useOperation } from "../api/use-operation.ts";
import { passageElement } from "../compilation/passage-element.ts";
import { Redline } from "../compilation/text/redline.tsx";
import { Nothing, Page, Section } from "../design/page.tsx";
import { nameOf } from "./round-list.tsx";
import { useWords } from "./words.ts";

interface StandingPageProps {
  readonly round: string;
  readonly delegation: string;
}

/** Everything that one's delegation proposed, why, who proposes the same, and what stands beside it. Nothing is counted. */
export function StandingPage({ round, delegation }: StandingPageProps) {
  const say = useWords();
  const view = useOperation("readRound", { round });
  const standing = useOperation("readStanding", { round, delegation });
  const { compilation } = standing;
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
          <>
            <Link to={`/rounds/${round}/compilations/${compilation.id}`}>
              {say("compilation number", { number: compilation.number })}
            </Link>{" "}
            · <Link to={`/compilations/${compilation.id}/outcomes?delegation=${delegation}`}>{say("to outcomes")}</Link>
          </>
        )
      }
    >
      {compilation === null ? <Nothing>{say("nothing released")}</Nothing> : null}
      {compilation === null ? null : (
        <Stands
          standing={standing}
          delegation={delegation}
          address={`/rounds/${round}/compilations/${compilation.id}`}
          named={named}
        />
      )}
    </Page>
  );
}

interface StandsProps {
  readonly standing: Standing;
  readonly delegation: string;
  /** Of the compilation. */
  readonly address: string;
  /** Delegations by code and name. */
  readonly named: (codes: readonly string[]) => string;
}

function Stands({ standing: { proposals, formatting, comments }, ...rest }: StandsProps) {
  const say = useWords();
  if (proposals.length + formatting.length + comments.length === 0) return <Nothing>{say("nothing proposed")}</Nothing>;
  return (
    <>
      <ol className="versions">
        {proposals.map(({ movedTo, ...proposal }) => (
          <li key={proposal.passage} className="version">
            {movedTo === null ? (
              <End end={proposal} {...rest} />
            ) : (
              <>
                <End end={proposal} label={say("moved from")} {...rest} />
                <End end={movedTo} label={say("moved to")} {...rest} />
              </>
            )}
          </li>
        ))}
      </ol>
      {formatting.length === 0 ? null : (
        <Section title={say("our formatting")}>
          <ul className="versions">
            {formatting.map(({ citation, text, change, with: others }) => (
              <li key={`${citation} ${change} ${text}`} className="version">
                <h3>
                  <bdi>{citation}</bdi>
                </h3>
                <p className="wording-text" dir="auto" lang="und">
                  {text}
                </p>
                <p lang="en" dir="ltr">
                  {change}
                </p>
                <dl className="pairs">
                  <Others with={others} named={rest.named} />
                </dl>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {comments.length === 0 ? null : (
        <Section title={say("our comments")}>
          <ul className="versions">
            {comments.map(({ citation, about, paragraphs }) => (
              <li key={`${citation} ${about} ${paragraphs.join(" ")}`} className="version">
                <h3>
                  <bdi>{citation}</bdi>
                </h3>
                {about === "" ? null : (
                  <p className="comment-about" dir="auto" lang="und">
                    “{about.trim()}”
                  </p>
                )}
                <Paragraphs text={paragraphs.join("\n")} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

interface EndProps extends Pick<StandsProps, "delegation" | "address" | "named"> {
  readonly end: StandingEnd;
  /** Which end of a move it is. */
  readonly label?: string;
}

function End({ end, label, delegation, address, named }: EndProps) {
  const say = useWords();
  const { passage, citation, base, redline, before, after, with: others, rivals, reasons } = end;
  return (
    <>
      <h2>
        {label === undefined ? null : <span className="quiet">{label} </span>}
        <Link to={`${address}#${passageElement(passage)}`}>
          <bdi>{citation}</bdi>
        </Link>
      </h2>
      <p className="wording-text" dir="auto" lang="und">
        {before}
        <Redline redline={redline} codes={[delegation]} />
        {after}
      </p>
      <dl className="pairs">
        {reasons.map((reason) => (
          <div key={reason} className="pairs-more">
            <dt>{say("our reason")}</dt>
            <dd>
              <Paragraphs text={reason} />
            </dd>
          </div>
        ))}
        <Others with={others} named={named} />
        {rivals.length === 0 ? null : (
          <>
            <dt>{say("base wording")}</dt>
            <dd dir="auto" lang="und">
              {base === "" ? "—" : base}
            </dd>
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
    </>
  );
}

function Others({ with: others, named }: { readonly with: readonly string[]; readonly named: StandsProps["named"] }) {
  const say = useWords();
  if (others.length === 0) return null;
  return (
    <>
      <dt>{say("the same from")}</dt>
      <dd>{named(others)}</dd>
    </>
  );
}

/** What a delegation says of its proposals, in its own language. */
function Paragraphs({ text }: { readonly text: string }) {
  return text.split("\n").map((paragraph, i) => {
    // Two paragraphs of a comment can be alike.
    const key = i;
    return (
      <p key={key} dir="auto" lang="und">
        {paragraph}
      </p>
    );
  });
}
