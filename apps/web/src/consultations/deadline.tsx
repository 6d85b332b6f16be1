import type { RoundView } from "@compendium/contract";
import { useLingui } from "@lingui/react";
import { useEffect, useState } from "react";
import { useReadAgain } from "../api/use-read-again.ts";
import { useHydrated } from "../design/hydrated.ts";
import { Moment } from "../design/moment.tsx";
import { useWords } from "./words.ts";

/** How often the time left is told anew, in milliseconds. */
const TICK = 10_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When a round opens or closes: in its own zone, in the reader's where that differs, and how long it is until then. */
export function Deadline({ round }: { readonly round: RoundView }) {
  const say = useWords();
  const isHydrated = useHydrated();
  const { opensAt, closesAt, timeZone, state } = round;
  if (state === "cancelled") return null;
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

/** "in 3 days": known only where the reader's clock is. Once it is over, the page is read again. */
function TimeLeft({ until }: { readonly until: string }) {
  const { i18n } = useLingui();
  const readAgain = useReadAgain();
  const [now, setNow] = useState(Date.now);
  const left = Math.max(0, Date.parse(until) - now);
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) void readAgain();
    const ticking = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(ticking);
  }, [isOver, readAgain]);
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
