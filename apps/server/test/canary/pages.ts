import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Who } from "./canaries.ts";
import { NOTHING, type Sent } from "./requests.ts";
import type { World } from "./world.ts";

/** What `vite build` makes of the web client: the pages are tested as they are delivered. */
const RENDERER = new URL("../../../web/dist/server/entry-server.js", import.meta.url);

/** Every page with every identifier of the world, as paths. */
export async function pagesIn({ ids, canaries }: World): Promise<readonly string[]> {
  if (!existsSync(RENDERER)) throw new Error("Build the web client first: npm run web.");
  const { PATHS } = (await import(pathToFileURL(RENDERER.pathname).href)) as { readonly PATHS: readonly string[] };
  return PATHS.flatMap((path) => {
    const addresses = addressesOf(path, ids);
    if (!path.endsWith("/search")) return addresses;
    // One word for each circle of readers: an operation finds all of them already.
    const words = new Map(canaries.all.map(({ readers, word }) => [readers, word])).values();
    return addresses.flatMap((address) => [...words].map((word) => `${address}?words=${word}`));
  });
}

function addressesOf(path: string, ids: World["ids"]): readonly string[] {
  const name = /:(\w+)/.exec(path)?.[1];
  if (name === undefined) return [path];
  // Codes of problems are no secret, and nothing in the world has one.
  const values = name === "code" ? ["not-found"] : ids[name];
  if (values === undefined) throw new Error(`The world has no identifiers for :${name} of ${path}.`);
  return values.flatMap((value) => addressesOf(path.replace(`:${name}`, value), ids));
}

/**
 * What must look the same to whoever was given `status`: the page about something that does not exist, or the search for
 * a word that stands nowhere. `null` where that is nothing to compare with.
 */
export function pageAboutNothing(address: string, { ids, canaries }: World, who: Who, status: number): string | null {
  const [path = "", words] = address.split("?words=");
  if (status === 200) {
    const mayFind = words === undefined || canaries.wrongfullySeen(who, words).length === 0;
    return mayFind ? null : `${path}?words=qanarynowherezx`;
  }
  const parts = path.split("/");
  const named = parts.map((part) => Object.keys(ids).find((name) => ids[name]?.includes(part)));
  const at = named.findLastIndex((name) => name !== undefined);
  if (at < 0) return null;
  const nothing = parts.with(at, NOTHING[named[at] ?? ""] ?? "0000000000000000").join("/");
  return words === undefined ? nothing : `${nothing}?words=${words}`;
}

export async function open(url: string, token: string | null, address: string): Promise<Sent> {
  const response = await fetch(`${url}${address}`, {
    redirect: "manual",
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: decodeURIComponent(response.headers.get("location") ?? ""), bytes };
}
