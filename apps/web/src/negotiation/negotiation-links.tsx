import type { NegotiationView } from "@compendium/contract";
import { Link, useLocation } from "react-router";
import { useWords } from "./words.ts";

const TABS = {
  negotiation: "to passages",
  positions: "to grid",
  meetings: "to meetings",
  consultations: "to consultations",
  outcomes: "to outcomes",
} as const;

interface NegotiationLinksProps {
  readonly view: NegotiationView;
  /** Among which of them the page is, where it has an address of its own. */
  readonly among?: keyof typeof TABS;
}

/** What there is in a negotiation, at the head of each of its pages, and the way to the compilation that it is of. */
export function NegotiationLinks({ view, among }: NegotiationLinksProps) {
  const say = useWords();
  const { pathname } = useLocation();
  const { compilation, round } = view;
  return (
    <>
      <Link to={`/rounds/${round.id}/compilations/${compilation}`}>
        {say("to compilation")}: <bdi>{round.title}</bdi>
      </Link>
      <nav className="tabs" aria-label={say("negotiation")}>
        {(Object.keys(TABS) as (keyof typeof TABS)[]).map((tab) => {
          const to = `/compilations/${compilation}/${tab}`;
          const current = pathname === to ? "page" : among === tab ? "true" : undefined;
          return (
            <Link key={tab} to={to} aria-current={current}>
              {say(TABS[tab])}
            </Link>
          );
        })}
      </nav>
    </>
  );
}
