import { type Call, createClient } from "@compendium/contract";
import type { Product } from "../product.ts";

/** Somebody at a browser, as far as the server can tell: cookies, an origin, an address of their own. */
export interface Browser {
  /** The API, as whoever is signed in here. */
  readonly call: Call;
  readonly signIn: (email: string, password: string) => Promise<void>;
  /** What a request from here carries: the session, and the address that the proxy tells. */
  readonly headers: () => Readonly<Record<string, string>>;
}

/** `number` makes the address: each has its own, and so is held to its own limits. */
export function openBrowser({ url, origin }: Product, number: number): Browser {
  const address = `198.18.${number >> 8}.${number & 255}`;
  let cookie = "";
  const headers = () => ({ ...(cookie === "" ? {} : { cookie }), "x-forwarded-for": address });
  const send: typeof fetch = async (to, init = {}) => {
    const all = new Headers(init.headers);
    for (const [name, value] of Object.entries({ ...headers(), origin })) all.set(name, value);
    return fetch(to, { ...init, headers: all });
  };
  return {
    headers,
    call: createClient({ origin: url, fetch: send }),
    signIn: async (email, password) => {
      const response = await send(`${url}/api/auth/sign-in/email`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ email, password }),
      });
      const said = await response.text();
      if (!response.ok) throw new Error(`${email} cannot sign in: ${response.status} ${said}`);
      cookie = response.headers
        .getSetCookie()
        .map((each) => each.split(";")[0])
        .join("; ");
    },
  };
}
