import "./design/design.css";
import { createClient } from "@compendium/contract";
import { hydrate, QueryClient } from "@tanstack/react-query";
import { createRoot, hydrateRoot } from "react-dom/client";
import { createBrowserRouter, matchRoutes, type RouteObject } from "react-router";
import { RouterProvider } from "react-router/dom";
import { choicesOf } from "./app/choices.ts";
import { Providers } from "./app/providers.tsx";
import { type PageHandle, routesOf } from "./app/router.tsx";
import { problemsIn, type ServerState, stateIn } from "./app/server-state.ts";
import { messagesFor } from "./app/words-apart.tsx";
import { directionOf, isLanguage } from "./design/languages.ts";

await show();

/** Takes up what the server rendered, or, where a static file was served, begins by itself. */
async function show(): Promise<void> {
  const root = document.getElementById("root");
  if (root === null) throw new Error("The page lacks the element #root.");
  const state = stateIn(document);
  const html = document.documentElement;
  if (state === null) showChoices(html);
  const language = isLanguage(html.lang) ? html.lang : "en";
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  if (state !== null) hydrate(queries, state.queries);
  const call = createClient({ origin: "" });
  const routes = routesOf(queries, call);
  const [messages] = await Promise.all([
    messagesFor(language, handleAt(routes, location.pathname)?.words ?? null),
    loadPagesAt(routes, location.pathname),
  ]);
  const router = createBrowserRouter(routes, state === null ? {} : { hydrationData: hydrationOf(state) });
  const page = (
    <Providers queries={queries} call={call} language={language} messages={messages}>
      <RouterProvider router={router} />
    </Providers>
  );
  if (state === null) createRoot(root).render(page);
  else hydrateRoot(root, page);
}

function showChoices(html: HTMLElement): void {
  const { language, theme } = choicesOf(document.cookie, navigator.languages);
  html.lang = language;
  html.dir = directionOf(language);
  html.dataset.theme = theme;
}

/** What is rendered must be there before React takes it up: pages come in files of their own. */
async function loadPagesAt(routes: RouteObject[], pathname: string): Promise<void> {
  const found = matchRoutes(routes, pathname) ?? [];
  await Promise.all(
    found.map(async ({ route }) => {
      if (typeof route.lazy !== "function") return;
      const loaded = await route.lazy();
      Object.assign(route, loaded, { lazy: undefined });
    }),
  );
}

function handleAt(routes: RouteObject[], pathname: string): PageHandle | undefined {
  return matchRoutes(routes, pathname)?.at(-1)?.route.handle as PageHandle | undefined;
}

/** Without data of its own for a route, the router would fetch again what the server has just sent. */
function hydrationOf({ routes, problems }: ServerState) {
  return {
    loaderData: Object.fromEntries(routes.map((id) => [id, null])),
    errors: problems.length === 0 ? null : problemsIn(problems),
  };
}
