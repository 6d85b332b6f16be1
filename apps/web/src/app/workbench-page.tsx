import { lazy, Suspense } from "react";
import { Link } from "react-router";
import { usePageTitle } from "../design/page-title.ts";
import { Masthead } from "./masthead.tsx";
import { useWords } from "./words.ts";
import { WithWords } from "./words-apart.tsx";

const Workbench = lazy(async () => ({ default: (await import("../workbench/workbench.tsx")).Workbench }));

/** The workbench with a head of its own: it has nothing to do with the server. */
export function WorkbenchPage() {
  const say = useWords();
  usePageTitle(say("workbench title"));
  return (
    <>
      <a className="skip-link" href="#main">
        {say("skip to workbench")}
      </a>
      <Masthead>
        <div className="masthead-name masthead-workbench">
          <h1>{say("workbench title")}</h1>
          <p className="quiet">
            {say("workbench claim")}{" "}
            <Link to="/" reloadDocument>
              {say("to platform")}
            </Link>
          </p>
        </div>
      </Masthead>
      <main className="main" id="main" tabIndex={-1}>
        <Suspense>
          <WithWords room="workbench">
            <Workbench />
          </WithWords>
        </Suspense>
      </main>
    </>
  );
}
