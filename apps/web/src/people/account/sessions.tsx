import { Button } from "../../design/button.tsx";
import { Hidden } from "../../design/hidden.tsx";
import { Moment } from "../../design/moment.tsx";
import { Section } from "../../design/page.tsx";
import { endOtherSessions, endSession, listSessions } from "./account.ts";
import { RefusalNote } from "./refusal-note.tsx";
import { useAccount, useAccountAct } from "./use-account.ts";
import { useWords } from "./words.ts";

/** Where one is signed in. `current` is the session of this browser. */
export function Sessions({ current }: { readonly current: string }) {
  const say = useWords();
  const { answer: sessions = [], refusal: unread } = useAccount("sessions", listSessions);
  const { run, isRunning, refusal } = useAccountAct();
  const latestFirst = sessions.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  return (
    <Section
      title={say("sessions")}
      actions={
        sessions.length > 1 ? (
          <Button isDisabled={isRunning} onPress={() => void run(endOtherSessions)}>
            {say("sign out others")}
          </Button>
        ) : null
      }
    >
      <ul className="rows">
        {latestFirst.map(({ id, token, createdAt, ipAddress, userAgent }) => (
          <li key={id} className="row-item">
            <span className="row-main">
              <bdi>{browserIn(userAgent ?? "") ?? say("unknown browser")}</bdi>{" "}
              {id === current ? <span className="state">{say("this browser")}</span> : null}
            </span>
            <span className="quiet">
              <bdi>{ipAddress}</bdi>
            </span>
            <span className="quiet">
              {say("signed in at")} <Moment at={createdAt} />
            </span>
            {id === current ? null : (
              <Button look="plain" isDisabled={isRunning} onPress={() => void run(() => endSession(token))}>
                {say("sign it out")}
                <Hidden> {ipAddress}</Hidden>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <RefusalNote refusal={refusal ?? unread} />
    </Section>
  );
}

// Chrome says that it is Safari, and Edge that it is both: the first that is found counts.
const BROWSERS = { "Edg/": "Edge", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari" };
const SYSTEMS = {
  Android: "Android",
  iPhone: "iPhone",
  iPad: "iPad",
  Windows: "Windows",
  "Mac OS X": "macOS",
  Linux: "Linux",
};

/** The browser and its system, as far as it tells: "Firefox, Windows". `null` where it tells nothing known. */
function browserIn(userAgent: string): string | null {
  const found = [BROWSERS, SYSTEMS].flatMap(
    (names) => Object.entries(names).find(([mark]) => userAgent.includes(mark))?.[1] ?? [],
  );
  return found.length === 0 ? null : found.join(", ");
}
