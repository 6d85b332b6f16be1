import type { InterfaceLanguage } from "@compendium/contract";
import type { Person } from "../../platform/actor.ts";
import { newId } from "../../platform/ids.ts";
import type { Db, Tx } from "../../platform/tables.ts";

/** Sets the language in which somebody reads mails. */
export async function setLanguage(db: Db, person: Person, language: InterfaceLanguage): Promise<void> {
  await db.updateTable("person").set({ language }).where("id", "=", person.id).execute();
}

/** Makes an account. `password` is hashed already; `null` for an account that signs in in other ways. */
export async function makePerson(
  tx: Tx,
  given: {
    readonly name: string;
    readonly email: string;
    readonly password: string | null;
    readonly now: Date;
    readonly administersInstallation?: boolean;
    readonly illustrative?: boolean;
  },
): Promise<Person> {
  const { name, password, now, administersInstallation = false, illustrative = false } = given;
  const id = newId();
  const email = given.email.toLowerCase();
  const dates = { createdAt: now, updatedAt: now };
  await tx
    .insertInto("person")
    .values({ id, name, email, emailVerified: true, administersInstallation, illustrative, language: null, ...dates })
    .execute();
  if (password !== null) {
    await tx
      .insertInto("account")
      .values({ id: newId(), accountId: id, providerId: "credential", userId: id, password, ...dates })
      .execute();
  }
  return { id, name, email };
}
