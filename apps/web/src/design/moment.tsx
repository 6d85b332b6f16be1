import { useLingui } from "@lingui/react";
import { useHydrated } from "./hydrated.ts";

interface MomentProps {
  /** ISO 8601. */
  readonly at: string;
  /** In which it is told, by its IANA name; without one, the reader's own, which the server tells in UTC. */
  readonly zone?: string;
}

/** An instant as day and time, with its zone. */
export function Moment({ at, zone }: MomentProps) {
  const { i18n } = useLingui();
  const isHydrated = useHydrated();
  const timeZone = zone ?? (isHydrated ? undefined : "UTC");
  const words = i18n.date(new Date(at), {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  // Browsers and the server do not agree on every space and comma.
  return (
    <time dateTime={at} suppressHydrationWarning>
      {words}
    </time>
  );
}

/** The day alone. */
export function Day({ at }: { readonly at: string }) {
  const { i18n } = useLingui();
  return (
    <time dateTime={at} suppressHydrationWarning>
      {i18n.date(new Date(at), { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })}
    </time>
  );
}
