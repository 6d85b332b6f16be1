/** What the server imports, as `vite build --ssr` makes it of this: apps/web/dist/server/entry-server.js. */
import manifest from "../dist/client/.vite/manifest.json?raw";
import template from "../dist/client/index.html?raw";
import { PAGES } from "./app/pages.ts";
import { type BuiltClient, type PageRequest, type RenderedPage, renderPage } from "./app/render-page.tsx";

export { type Choices, choicesOf } from "./app/choices.ts";
export type { PageRequest, RenderedPage } from "./app/render-page.tsx";

/** Where pages are, with the names of what varies: `"/texts/:text"`. */
export const PATHS: readonly string[] = PAGES.map(({ path }) => path);

const built: BuiltClient = { template, manifest: JSON.parse(manifest) };

/**
 * Renders a page of the web client: `await render({ url: "/texts/7h2k", ...choicesOf(cookies, asked), call })`. Rejects
 * only where we made a mistake: what the API answers with is a page with its status.
 */
export function render(request: PageRequest): Promise<RenderedPage> {
  return renderPage(built, request);
}
