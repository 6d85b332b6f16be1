import type { Outcomes } from "@compendium/contract";
import { Section } from "../design/page.tsx";
import { useWords } from "./words.ts";

/** What the next draft does not have as it was proposed or decided: each with its place, so that nothing is lost unseen. */
export function LeftOut({ outcomes: { leftOver, untrackable, fallen } }: { readonly outcomes: Outcomes }) {
  const say = useWords();
  if (leftOver.length + untrackable.length + fallen.length === 0) return null;
  return (
    <Section title={say("left out")}>
      <p>{say("left out explained")}</p>
      <ul className="versions">
        {fallen.map(({ what, why, delegation, citation, text, change }) => (
          <li key={`${what} ${delegation} ${citation} ${text} ${change}`} className="version">
            <h3>
              <bdi>{citation}</bdi>
            </h3>
            <p className="quiet">
              {say(`left-out ${what}`)} · <bdi className="codes">{delegation}</bdi> · {say(`not carried ${why}`)}
            </p>
            <Words text={text} />
            {change === "" ? null : (
              <p lang="en" dir="ltr">
                {change}
              </p>
            )}
          </li>
        ))}
        {untrackable.map(({ what, citation, delegations }) => (
          <li key={`${what} ${citation} ${delegations.join(" ")}`} className="version">
            <h3>
              <bdi>{citation}</bdi>
            </h3>
            <p className="quiet">
              {say(`left-out ${what}`)} ·{" "}
              {delegations.length === 0 ? say("by the chair") : <bdi className="codes">{delegations.join(" ")}</bdi>} ·{" "}
              {say("left-out untrackable")}
            </p>
          </li>
        ))}
        {leftOver.map((sentence) => (
          <li key={sentence} className="version">
            <p className="quiet">{say("left-out said")}</p>
            <p lang="en" dir="ltr">
              {sentence}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A comment or words of the text, in their language, each paragraph on its line. */
function Words({ text }: { readonly text: string }) {
  return text.split("\n").map((paragraph, i) => {
    // Two paragraphs can be alike.
    const key = i;
    return (
      <p key={key} dir="auto" lang="und">
        {paragraph}
      </p>
    );
  });
}
