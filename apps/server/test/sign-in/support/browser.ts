import { randomInt } from "node:crypto";
import { type Call, createClient } from "@compendium/contract";
import type { TestServer } from "../../support/test-server.ts";

/** A browser as far as sign-in goes: it keeps cookies, tells its origin, and has an address of its own. */
export interface Browser {
  /** Better Auth's endpoints: `post("sign-in/email", { email, password })`. */
  readonly post: (path: string, body: object) => Promise<Answer>;
  readonly get: (path: string) => Promise<Answer>;
  /** The API, as whoever is signed in here. */
  readonly call: Call;
  readonly fetch: typeof fetch;
  /** By name, what was set last. */
  readonly cookies: Map<string, string>;
  /** The address from which it comes. */
  readonly address: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

/** Behind a proxy, so that each browser has its own address: what one does wrong does not slow the others down. */
export const BEHIND_PROXY = { environment: { COMPENDIUM_BEHIND_PROXY: "true" } };

export function openBrowser({ url, platform }: TestServer): Browser {
  const cookies = new Map<string, string>();
  const address = `198.18.${randomInt(256)}.${randomInt(256)}`;
  const send: typeof fetch = async (to, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set("x-forwarded-for", address);
    if (!headers.has("origin")) headers.set("origin", platform.settings.url);
    if (!headers.has("sec-fetch-site")) headers.set("sec-fetch-site", "same-origin");
    if (cookies.size > 0) headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(to, { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await send(`${url}/api/auth/${path}`, init);
    const text = await response.text();
    return {
      status: response.status,
      body: text === "" ? {} : (JSON.parse(text) as Answer["body"]),
      headers: response.headers,
    };
  };
  return {
    post: (path, body) =>
      ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    get: (path) => ask(path, {}),
    call: createClient({ origin: url, fetch: send }),
    fetch: send,
    cookies,
    address,
  };
}
