import { hashPassword } from "better-auth/crypto";
import { makePerson } from "../../../src/people/index.ts";
import { newId } from "../../../src/platform/ids.ts";
import type { TestServer } from "../../support/test-server.ts";
import { type Answer, type Browser, openBrowser } from "./browser.ts";

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** An account with a password, as one has it who took up an invitation. */
export async function makeAccount({ platform }: TestServer, illustrative = false): Promise<Account> {
  const password = `a long password ${newId()}`;
  const hashed = await hashPassword(password);
  const made = await platform.db.transaction().execute(async (tx) =>
    makePerson(tx, {
      name: "Pat Person",
      email: `pat.${newId()}@example.org`,
      password: hashed,
      now: await platform.clock.now(tx),
      illustrative,
    }),
  );
  return { ...made, password };
}

export function signIn(browser: Browser, { email, password }: Pick<Account, "email" | "password">): Promise<Answer> {
  return browser.post("sign-in/email", { email, password });
}

/** A browser in which this account is signed in. */
export async function signedIn(server: TestServer, account: Account): Promise<Browser> {
  const browser = openBrowser(server);
  const { status } = await signIn(browser, account);
  if (status !== 200) throw new Error(`Sign-in answered ${status}.`);
  return browser;
}

/** Who is signed in here: their e-mail address, or `null`. */
export async function whoIsIn(browser: Browser): Promise<string | null> {
  return (await browser.call("readMe", {})).person?.email ?? null;
}
