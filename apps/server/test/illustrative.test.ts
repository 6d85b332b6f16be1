import { describe, expect, test } from "vitest";
import { verifyChain } from "../src/record/index.ts";
import { readChain } from "../src/record/queries.ts";
import { onBothDatabases } from "./support/test-server.ts";

describe("the illustrative workspace", () => {
  onBothDatabases((server) => {
    test("has a closed round that is compiled and an open one, and anyone signs in with one click", async () => {
      const { publicly, platform } = server();
      expect(await publicly("readInstallation", {})).toMatchObject({ state: "new", demonstrationAllowed: true });
      await publicly("setUpInstallation", { body: { kind: "illustrative" } });
      expect(await publicly("readInstallation", {})).toMatchObject({ state: "ready", demonstration: true });
      await expect(publicly("setUpInstallation", { body: { kind: "illustrative" } })).rejects.toMatchObject({
        code: "not-now",
      });
      const persons = await publicly("listDemonstrationPersons", {});
      expect(persons).toHaveLength(16);

      const secretary = await signedIn(server().url, persons.find(({ role }) => role === "secretariat")?.id ?? "");
      const { memberships } = await secretary("/me");
      const workspace = memberships[0].workspace.id;
      const [open, closed] = await secretary(`/workspaces/${workspace}/rounds`);
      expect([open.state, closed.state]).toEqual(["open", "closed"]);
      const submissions = await secretary(`/rounds/${closed.id}/submissions`);
      expect(submissions).toHaveLength(9);
      const compilations = await secretary(`/rounds/${closed.id}/compilations`);
      expect(compilations.map(({ state }: { state: string }) => state)).toEqual(["released"]);
      // The late one is kept, and was not admitted.
      expect(compilations[0].submissions).toHaveLength(8);

      for (const { id, entries, head } of await secretary(`/workspaces/${workspace}/ledgers`)) {
        expect(verifyChain(await readChain(platform.db, id), { entries, head })).toEqual([]);
      }
    });
  });
});

/** Asks with the session that one click gives. */
async function signedIn(url: string, person: string) {
  const answer = await fetch(`${url}/api/v1/demonstration/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ person }),
  });
  expect(answer.status).toBe(204);
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  return async (path: string) => (await fetch(`${url}/api/v1${path}`, { headers: { cookie } })).json();
}
