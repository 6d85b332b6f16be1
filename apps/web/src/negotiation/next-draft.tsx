import type { NegotiationView } from "@compendium/contract";
import { Link } from "react-router";
import { DownloadLink } from "../api/download-link.tsx";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { Button } from "../design/button.tsx";
import { Form } from "../design/form.tsx";
import { Section } from "../design/page.tsx";
import { useWords } from "./words.ts";

/** The next draft: for the secretariat, how it is to be made; once it is there, the way to it. */
export function NextDraft({ view }: { readonly view: NegotiationView }) {
  const say = useWords();
  const make = useAct("makeNextDraft");
  const { compilation, nextDraft, carriedRound, may } = view;
  if (nextDraft !== null) {
    return (
      <Section title={say("next draft")}>
        <p role="status">{say("next draft made")}</p>
        <ul className="links">
          <li>
            <Link to={`/drafts/${nextDraft}`}>{say("to next draft")}</Link>
          </li>
          <li>
            <DownloadLink operation="downloadDraft" input={{ draft: nextDraft }}>
              {say("next draft clean")}
            </DownloadLink>
          </li>
          <li>
            <DownloadLink operation="downloadTrackedDraft" input={{ draft: nextDraft }}>
              {say("next draft tracked")}
            </DownloadLink>
          </li>
          {carriedRound === null ? null : (
            <li>
              <Link to={`/rounds/${carriedRound}`}>{say("to carried")}</Link>
            </li>
          )}
          <li>
            <Link to={`/compilations/${compilation}/outcomes`}>{say("to outcomes")}</Link>
          </li>
        </ul>
      </Section>
    );
  }
  if (!may.includes("make the next draft")) return null;
  return (
    <details className="fold">
      <summary>{say("next draft")}</summary>
      <p>{say("next draft explained")}</p>
      <Form
        onSubmit={(values) =>
          void make.run({
            compilation,
            body: {
              namesInBrackets: values.get("names") === "on",
              undecided: values.get("undecided") === "on" ? "bracketed" : "carried",
            },
          })
        }
      >
        <label>
          <input type="checkbox" name="names" defaultChecked /> {say("names in brackets")}
        </label>
        <label>
          <input type="checkbox" name="undecided" /> {say("bracket undecided")}
        </label>
        <Button type="submit" look="main" isDisabled={make.isRunning}>
          {say("make next draft")}
        </Button>
        <p role="status">{make.isRunning ? say("making draft") : null}</p>
        <ProblemNote problem={make.problem} />
      </Form>
    </details>
  );
}
