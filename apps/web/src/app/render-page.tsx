import { ApiProblem, type Call, PROBLEMS } from "@compendium/contract";
import { dehydrate, QueryClient } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, type StaticHandlerContext, StaticRouterProvider } from "react-router";
import { directionOf } from "../design/languages.ts";
import { TitleTaker } from "../design/page-title.ts";
import type { Choices } from "./choices.ts";
import { type Manifest, preloadLinks } from "./preload-links.ts";
import { Providers } from "./providers.tsx";
import { type PageHandle, routesOf, SHELL_NEEDS, WORKBENCH_PATH } from "./router.tsx";
import { type RouteProblem, stateElement } from "./server-state.ts";
import { messagesFor, wordsFile } from "./words-apart.tsx";

export interface PageRequest extends Choices {
  /** Path and query: `"/texts/7h2k?draft=2"`. */
  readonly url: string;
  /** The API on behalf of whoever asks for the page. */
  readonly call: Call;
  /** Gets what no page may tell: an error that is no `ApiProblem`, and so a fault of ours. */
  readonly report?: (fault: unknown) => void;
}

export type RenderedPage =
  | { readonly kind: "page"; readonly status: number; readonly html: string }
  /** To be answered with 303 and this `Location`. */
  | { readonly kind: "redirect"; readonly location: string };

const ROOT = '<div id="root"></div>';
const HTML = '<html lang="en" dir="ltr">';
const TITLE = "<title>Compendium</title>";
const HEAD_END = "</head>";

/** What Vite built for browsers. */
export interface BuiltClient {
  /** index.html. */
  readonly template: string;
  readonly manifest: Manifest;
}

/** Renders one page into the template. Whoever may read it reads it without a script. */
export async function renderPage({ template, manifest }: BuiltClient, request: PageRequest): Promise<RenderedPage> {
  const { url, language, theme, call } = request;
  const html = `<html lang="${language}" dir="${directionOf(language)}" data-theme="${theme}">`;
  const empty = template.replace(HTML, html);
  // The workbench is a program and no page to read; it needs nothing from the server.
  if (new URL(url, ORIGIN).pathname === WORKBENCH_PATH) return { kind: "page", status: 200, html: empty };

  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { query, dataRoutes } = createStaticHandler(routesOf(queries, call));
  const context = await query(new Request(new URL(url, ORIGIN)));
  if (context instanceof Response) {
    return { kind: "redirect", location: context.headers.get("location") ?? "/" };
  }
  for (const error of Object.values(context.errors ?? {})) {
    if (!(error instanceof ApiProblem)) request.report?.(error);
  }
  const handle = context.matches.at(-1)?.route.handle as PageHandle | undefined;
  const messages = await messagesFor(language, handle?.words ?? null);
  let title = "Compendium";
  const body = renderToString(
    <Providers queries={queries} call={call} language={language} messages={messages}>
      <TitleTaker value={(taken) => (title = taken)}>
        <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />
      </TitleTaker>
    </Providers>,
  );
  const problems = problemsOf(context);
  const state = stateElement({
    // A page that cannot be shown brings nothing along of what was read for it.
    queries: dehydrate(queries, {
      shouldDehydrateQuery: ({ queryKey, state: { status } }) =>
        status === "success" && (problems.length === 0 || SHELL_NEEDS.some(([id]) => id === queryKey[0])),
    }),
    routes: context.matches.map(({ route }) => route.id),
    problems,
  });
  queries.clear();
  const sources = [
    ...(handle === undefined ? [] : [handle.source]),
    ...(handle === undefined || handle.words === null ? [] : [wordsFile(handle.words, language)]),
    `app/languages/${language}.ts`,
  ];
  const preloads = preloadLinks(
    manifest,
    sources.map((path) => `src/${path}`),
  );
  // A function as replacement: in a string, `$&` in somebody's text would mean something.
  const page = empty
    .replace(TITLE, () => `<title>${escaped(title)}</title>`)
    .replace(HEAD_END, () => preloads + HEAD_END)
    .replace(ROOT, () => `<div id="root">${body}</div>${state}`);
  return { kind: "page", status: statusOf(context, problems), html: page };
}

/** Nobody sees it: the router wants whole addresses. */
const ORIGIN = "http://localhost";

function problemsOf({ errors }: StaticHandlerContext): readonly RouteProblem[] {
  return Object.entries(errors ?? {}).map(([route, error]) => {
    // What is no problem of the API is a fault of ours, and its words are for the server's log alone.
    const { code, detail } = error instanceof ApiProblem ? error : new ApiProblem("server-fault", "Try again later.");
    return { route, code, detail };
  });
}

function statusOf(context: StaticHandlerContext, [problem]: readonly RouteProblem[]): number {
  if (problem !== undefined) return PROBLEMS[problem.code].status;
  return context.matches.some(({ route }) => route.path === "*") ? 404 : 200;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
