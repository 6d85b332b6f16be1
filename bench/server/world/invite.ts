import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Role } from "@compendium/contract";
import type { Product } from "../product.ts";
import { type Browser, openBrowser } from "./browser.ts";

export interface Invited {
  readonly email: string;
  readonly role: Role;
  readonly delegation: string;
}

export const PASSWORD = "a password for measuring";

/** Four at a time: a password is hashed slowly on purpose, in threads of which Node has four. */
const AT_ONCE = 4;

/** Invites people, has each take up the invitation that came by mail, and signs them in. In the order given. */
export async function inviteAll(
  product: Product,
  workspace: string,
  administrator: Browser,
  people: readonly Invited[],
): Promise<readonly Browser[]> {
  for (const { email, role, delegation } of people) {
    await administrator.call("invite", { workspace, body: { email, role, delegation } });
  }
  const links = await linksByMail(product.mailFolder, people.length);
  return inTurns(people, async ({ email }, i) => {
    const browser = openBrowser(product, i + 1);
    const token = links.get(email);
    if (token === undefined) throw new Error(`${email} got no invitation.`);
    const name = `Person ${i + 1}`;
    await browser.call("acceptInvitation", { token, body: { name, password: PASSWORD } });
    await browser.signIn(email, PASSWORD);
    return browser;
  });
}

/** The tokens in the links, by address, once all mails are there: the server writes two in a second. */
async function linksByMail(folder: string, count: number): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const seen = new Set<string>();
  // With the first mail the server would make it.
  mkdirSync(folder, { recursive: true });
  for (let still = 0; found.size < count; still += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".eml") && !seen.has(each))) {
      seen.add(name);
      still = 0;
      // Lines as quoted-printable breaks and writes them (RFC 2045, 6.7).
      const mail = readFileSync(join(folder, name), "utf8").replaceAll("=\r\n", "").replaceAll("=3D", "=");
      const [, to = ""] = /^To: <?([^>\r\n]+)/m.exec(mail) ?? [];
      const [, token] = /\/invitations\/([\w-]+)/.exec(mail) ?? [];
      if (token !== undefined) found.set(to, token);
    }
    if (still > 120) throw new Error(`Of ${count} invitations ${found.size} came by mail.`);
  }
  return found;
}

async function inTurns<Item, Result>(
  items: readonly Item[],
  does: (item: Item, at: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < items.length) {
      const at = next++;
      results[at] = await does(items[at] as Item, at);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return results;
}
