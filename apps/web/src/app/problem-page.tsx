import { ApiProblem } from "@compendium/contract";
import { Link, useLocation, useRouteError } from "react-router";
import { ProblemNote } from "../api/problem-note.tsx";
import { useOperation } from "../api/use-operation.ts";
import { Button } from "../design/button.tsx";
import { Page } from "../design/page.tsx";
import { useWords } from "./words.ts";

/** Stands in place of a page that could not be shown. */
export function ProblemPage() {
  const say = useWords();
  const error = useRouteError();
  if (error instanceof ApiProblem && error.code === "not-found") return <NotFoundPage />;
  return (
    <Page title={say("page failed")}>
      <ProblemNote problem={error instanceof Error ? error : new Error(String(error))} />
      <p>
        <Button look="main" onPress={() => location.reload()}>
          {say("load again")}
        </Button>
      </p>
    </Page>
  );
}

/** What one may not read looks exactly like what does not exist. */
export function NotFoundPage() {
  const say = useWords();
  const { pathname } = useLocation();
  const { memberships } = useOperation("readMe", {});
  const isSecretariat = memberships.some(({ role }) => role === "secretariat");
  return (
    <Page title={say("nothing here")}>
      <p>
        {say("nothing here explained")} {isSecretariat ? null : say("ask secretariat")}
      </p>
      <ul className="links">
        <li>
          <Link to="/">{say("to start")}</Link>
        </li>
        <li>
          <Link to={`/sign-in?back=${encodeURIComponent(pathname)}`}>{say("sign in as other")}</Link>
        </li>
      </ul>
    </Page>
  );
}
