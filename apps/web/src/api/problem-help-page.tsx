import { PROBLEMS, type ProblemCode } from "@compendium/contract";
import { PROBLEM_HELP } from "@compendium/contract/help";
import { Page } from "../design/page.tsx";
import { useWords } from "./words.ts";

/** What the type of a problem leads to: when it comes, and what to do. In English, for those who write programs. */
export function ProblemHelpPage({ code }: { readonly code: string }) {
  const say = useWords();
  const known = code as ProblemCode;
  const { when, advice } = PROBLEM_HELP[known];
  return (
    <Page title={say(`problem ${known}`)} about={say("problem for programs")}>
      <dl className="pairs">
        <dt>
          <code>{code}</code>
        </dt>
        <dd lang="en" dir="ltr">
          {PROBLEMS[known].status}. {PROBLEMS[known].title}
        </dd>
        <dt>{say("problem when")}</dt>
        <dd lang="en" dir="ltr">
          <WithCode text={when} />
        </dd>
        <dt>{say("problem advice")}</dt>
        <dd lang="en" dir="ltr">
          <WithCode text={advice} />
        </dd>
      </dl>
    </Page>
  );
}

/** What stands between backticks, as code. */
function WithCode({ text }: { readonly text: string }) {
  return text.split("`").map((piece, i) => {
    const key = i;
    return i % 2 === 1 ? <code key={key}>{piece}</code> : piece;
  });
}
