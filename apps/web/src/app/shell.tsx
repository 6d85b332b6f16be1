import { type MouseEvent, useEffect, useRef } from "react";
import { Link, Outlet, ScrollRestoration, useLocation, useNavigation } from "react-router";
import { useCall } from "../api/call.tsx";
import { useLive } from "../api/use-live.ts";
import { useOperation } from "../api/use-operation.ts";
import { Button } from "../design/button.tsx";
import { Moment } from "../design/moment.tsx";
import { signOut } from "../people/sign-in.ts";
import { useLanguage } from "./language.tsx";
import { Masthead } from "./masthead.tsx";
import { useWords } from "./words.ts";

/** The page around all pages but the workbench: its head, who is signed in, and what this installation is. */
export function Shell() {
  const say = useWords();
  const { demonstration } = useOperation("readInstallation", {});
  const me = useOperation("readMe", {});
  const { person } = me;
  const isLoading = useNavigation().state === "loading";
  const { pathname } = useLocation();
  useFocusOnTitle();
  const downSince = useLive(person !== null);
  useTellLanguage(person !== null, me.language);
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads within the page, also before its script has come */}
      <a className="skip-link" href="#main" onClick={goToMain}>
        {say("skip to main")}
      </a>
      <ScrollRestoration />
      {isLoading ? <div className="loading-line" role="progressbar" aria-label={say("loading")} /> : null}
      <Masthead>
        <Link className="masthead-name" to="/">
          Compendium
        </Link>
        <nav className="masthead-links" aria-label={say("main links")}>
          <Link to="/workbench" reloadDocument>
            {say("workbench")}
          </Link>
          {person === null ? (
            <Link to={pathname === "/sign-in" ? "/sign-in" : `/sign-in?back=${encodeURIComponent(pathname)}`}>
              {say("sign in")}
            </Link>
          ) : (
            <>
              <Link className="masthead-person" to="/account">
                <bdi>{person.name}</bdi>
              </Link>
              <Button look="plain" onPress={() => void signOut()}>
                {say("sign out")}
              </Button>
            </>
          )}
        </nav>
      </Masthead>
      {demonstration ? (
        <aside className="demonstration" aria-label={say("demonstration")}>
          <strong>{say("demonstration")}</strong> {say("demonstration explained")}
        </aside>
      ) : null}
      <div role="status" className="line-down">
        {downSince === null ? null : (
          <p>
            {say("line down")} <Moment at={downSince} />. {say("line down explained")}
          </p>
        )}
      </div>
      <main className="main" id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}

/** Without a step in the history: a page that asks before it is left would be asked. Before its script has come, the link does it. */
function goToMain(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}

/** Mails come in the language in which somebody reads the pages. `known` is what the server knows of it. */
function useTellLanguage(isSignedIn: boolean, known: string | null): void {
  const call = useCall();
  const [language] = useLanguage();
  useEffect(() => {
    // A mail in another language is no reason to disturb anybody.
    if (isSignedIn && known !== language) void call("setLanguage", { body: { language } }).catch(() => undefined);
  }, [call, isSignedIn, known, language]);
}

/** Whoever follows a link hears and is at the title of the new page, and not at the link that is gone. */
function useFocusOnTitle(): void {
  const { pathname, hash } = useLocation();
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on every change of address
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else if (hash === "") document.querySelector<HTMLElement>("#main h1")?.focus({ preventScroll: true });
  }, [pathname]);
}
