import { type Call, createClient, type Role } from "@compendium/contract";
import { addMember, admitDelegation, makePerson, makeWorkspace } from "../../src/people/index.ts";
import { PUBLIC } from "../../src/platform/actor.ts";
import { sha256Of } from "../../src/platform/files/files.ts";
import { newId } from "../../src/platform/ids.ts";
import type { Services } from "../../src/platform/services.ts";

export interface TestPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly token: string;
  readonly call: Call;
}

export interface TestWorkspace {
  readonly id: string;
  /** Makes a person with this role. */
  readonly member: (name: string, role: Role, delegation?: string) => Promise<TestPerson>;
}

/** People and workspaces made for a test, written into the database of the server at `origin`. */
export interface TestPeople {
  /** A person made for the test, with a client that asks as them. */
  readonly person: (name: string) => Promise<TestPerson>;
  /** Makes a workspace with delegations; `people` are made members, by name. */
  readonly workspace: (delegations: readonly string[]) => Promise<TestWorkspace>;
}

/** `clientOf` makes the client of whoever has a token, where it asks more than one server. */
export function testPeople(
  { db, clock }: Pick<Services, "db" | "clock">,
  origin: string,
  clientOf: (token: string) => Call = (token) => createClient({ origin, token }),
): TestPeople {
  const person = async (name: string): Promise<TestPerson> => {
    const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}.${newId()}@example.org`;
    const token = `cmp_test_${newId()}${newId()}`;
    const made = await db.transaction().execute(async (tx) => {
      const now = await clock.now(tx);
      const one = await makePerson(tx, { name, email, password: null, now });
      await tx
        .insertInto("accessToken")
        .values({
          id: newId(),
          person: one.id,
          name: "test",
          token: sha256Of(token),
          createdAt: now,
          expiresAt: new Date(now.getTime() + 1e12),
          lastUsedAt: null,
          revokedAt: null,
        })
        .execute();
      return one;
    });
    return { ...made, token, call: clientOf(token) };
  };
  return {
    person,
    workspace: async (delegations) => {
      const id = await db.transaction().execute(async (tx) => {
        const made = await makeWorkspace(tx, { clock }, PUBLIC, "Guide on border controls");
        for (const code of delegations) {
          await admitDelegation(tx, { clock }, PUBLIC, made.id, { code, name: `Delegation ${code}` });
        }
        return made.id;
      });
      return {
        id,
        member: async (name, role, delegation) => {
          const made = await person(name);
          const given = { person: made, workspace: id, role, delegation: delegation ?? null };
          await db.transaction().execute((tx) => addMember(tx, { clock }, PUBLIC, given));
          return made;
        },
      };
    },
  };
}
