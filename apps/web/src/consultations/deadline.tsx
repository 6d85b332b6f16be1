import type { RoundView } from "@compendium/contract";
import { useLingui } from "@lingui/react";
import { useHydrated } from "../design/hydrated.ts";
import { Moment } from "../design/moment.tsx";
import { useWords } from "./words.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When a round opens or closes: in its own zone, in the reader's where that differs, and how long it is until then. */
export function Deadline({ round }: { readonly round: RoundView }) {
  const say = useWords();
  const isHydrated = useHydrated();
  const { opensAt, closesAt, timeZone, state } = round;
  const at = state === "planned" ? opensAt : closesAt;
  const own = isHydrated ? Intl.DateTimeFormat().resolvedOptions().timeZone : timeZone;
  return (
    <p className="deadline">
      {say(state === "planned" ? "opens" : state === "open" ? "closes" : "closed at")}{" "}
      <strong>
        <Moment at={at} zone={timeZone} />
      </strong>
      {own === timeZone ? null : (
        <span className="quiet">
          {" "}
          · {say("for you")} <Moment at={at} zone={own} />
        </span>
      )}
      {isHydrated && state !== "closed" ? <TimeLeft until={at} /> : null}
    </p>
  );
}

/** "in 3 days": known only where the reader's clock is. */
function TimeLeft({ until }: { readonly until: string }) {
  const { i18n } = useLingui();
  const left = Date.parse(until) - Date.now();
  const [size, unit] =
    Math.abs(left) >= 2 * DAY
      ? [DAY, "day" as const]
      : left >= HOUR
        ? [HOUR, "hour" as const]
        : [MINUTE, "minute" as const];
  const words = new Intl.RelativeTimeFormat(i18n.locales ?? i18n.locale, { numeric: "auto" }).format(
    Math.trunc(left / size),
    unit,
  );
  return <span className="quiet"> · {words}</span>;
}
