import { ApiProblem, type ProblemCode } from "@compendium/contract";
import type { DehydratedState } from "@tanstack/react-query";

/** What the server tells the browser beside the page itself, so that nothing is asked for twice. */
export interface ServerState {
  readonly queries: DehydratedState;
  /** Ids of the routes that were rendered. */
  readonly routes: readonly string[];
  /** What kept routes from being shown. */
  readonly problems: readonly RouteProblem[];
}

export interface RouteProblem {
  readonly route: string;
  readonly code: ProblemCode;
  readonly detail: string;
}

const STATE_ID = "server-state";

/** As an element of the page that runs nothing; no text in it can end it. */
export function stateElement(state: ServerState): string {
  return `<script type="application/json" id="${STATE_ID}">${JSON.stringify(state).replaceAll("<", "\\u003c")}</script>`;
}

/** `null` in a page that the server did not render. */
export function stateIn(page: Document): ServerState | null {
  const text = page.getElementById(STATE_ID)?.textContent ?? null;
  return text === null ? null : (JSON.parse(text) as ServerState);
}

/** By route, as the router takes them. */
export function problemsIn(problems: readonly RouteProblem[]): Readonly<Record<string, ApiProblem>> {
  return Object.fromEntries(problems.map(({ route, code, detail }) => [route, new ApiProblem(code, detail)]));
}
