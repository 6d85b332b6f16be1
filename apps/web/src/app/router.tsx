import { ApiProblem, type Call } from "@compendium/contract";
import type { QueryClient } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { type LoaderFunctionArgs, type RouteObject, redirect, useParams } from "react-router";
import { fetchNeeds, type Need } from "../api/need.ts";
import { PAGES, type PageDefinition, type ReadNeed } from "./pages.ts";
import { NotFoundPage, ProblemPage } from "./problem-page.tsx";
import { Shell } from "./shell.tsx";
import { type RoomApart, WithWords } from "./words-apart.tsx";

/** What the page around every page needs. */
export const SHELL_NEEDS: readonly Need[] = [
  ["readInstallation", {}],
  ["readMe", {}],
];

/** Where the workbench is: without sign-in, and without anything from the server. */
export const WORKBENCH_PATH = "/workbench";

/** What is known of a page before its code is there. */
export type PageHandle = Pick<PageDefinition, "source" | "words">;

/** The pages as the router takes them. Each reads what it needs through `call`, and keeps it in `queries`. */
export function routesOf(queries: QueryClient, call: Call): RouteObject[] {
  const readNeed: ReadNeed = (id, input) => {
    const answer = queries.getQueryData([id, input]);
    if (answer === undefined) throw new RangeError(`The page does not need ${id}.`);
    return answer as never;
  };
  const loadPage = async ({ needs, further }: PageDefinition, given: LoaderFunctionArgs): Promise<null> => {
    const params = given.params as Readonly<Record<string, string>>;
    const { pathname, searchParams } = new URL(given.request.url);
    try {
      await fetchNeeds(queries, call, needs(params, searchParams));
      await fetchNeeds(queries, call, further(params, readNeed, searchParams));
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.code === "sign-in-needed") throw redirect(signInAddress(pathname));
      throw isNoAddress(problem) ? new ApiProblem("not-found", "Check the address.") : problem;
    }
    return null;
  };
  return [
    {
      id: "shell",
      Component: Shell,
      ErrorBoundary: ProblemPage,
      loader: () => fetchNeeds(queries, call, SHELL_NEEDS).then(() => null),
      children: [
        ...PAGES.map((page) => ({
          path: page.path,
          handle: { source: page.source, words: page.words } satisfies PageHandle,
          ErrorBoundary: ProblemPage,
          loader: (given: LoaderFunctionArgs) => loadPage(page, given),
          lazy: async () => ({ Component: withParams(await page.load(), page.words) }),
        })),
        { path: "*", Component: NotFoundPage },
      ],
    },
    {
      path: WORKBENCH_PATH,
      lazy: async () => ({ Component: (await import("./workbench-page.tsx")).WorkbenchPage }),
    },
  ];
}

/** What no identifier can be, as when an address was cut off: over the network, or within the server before that. */
function isNoAddress(problem: unknown): boolean {
  if (problem instanceof ApiProblem) return problem.code === "not-valid";
  return problem instanceof Error && problem.name.endsWith("ZodError");
}

/** Where one signs in, to come back afterwards. */
function signInAddress(back: string): string {
  return `/sign-in?back=${encodeURIComponent(back)}`;
}

function withParams(Page: ComponentType, words: RoomApart | null): ComponentType {
  return function PageAtAddress() {
    const params = useParams();
    // Another text is another page: nothing that was typed or opened may stay.
    const page = <Page key={JSON.stringify(params)} {...params} />;
    return words === null ? page : <WithWords room={words}>{page}</WithWords>;
  };
}
