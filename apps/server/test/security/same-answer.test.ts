import { describe, expect, test } from "vitest";
import { onBothDatabases, type TestPerson } from "../support/test-server.ts";

describe("what does not exist and what one may not see", () => {
  onBothDatabases((server) => {
    /** Everything that comes back, without what differs between any two answers. */
    async function answer(path: string, by: TestPerson | null, init: RequestInit = {}) {
      const headers = new Headers(init.headers);
      if (by !== null) headers.set("authorization", `Bearer ${by.token}`);
      const response = await fetch(`${server().url}${path}`, { ...init, headers });
      const told = [...response.headers].filter(([name]) => !/^(date|x-request-id|x-ratelimit-.*)$/.test(name));
      return { status: response.status, headers: told, body: await response.text() };
    }

    test("answer the same to the letter, to whoever is signed in and to whoever is not", async () => {
      const workspace = await server().workspace(["XAA", "XBB"]);
      const secretary = await workspace.member("Sara Secretary", "secretariat");
      const expert = await workspace.member("Egon Expert", "expert", "XAA");
      const stranger = await server().person("Sten Stranger");
      const body = { title: "Hidden guide", distribution: "secretariat" } as const;
      const text = await secretary.call("createText", { workspace: workspace.id, body });
      const membership = (await secretary.call("listMembers", { workspace: workspace.id }))[0]?.id ?? "";
      const nothing = "nothing0nothing0";

      for (const [exists, not] of [
        [`/api/v1/workspaces/${workspace.id}`, `/api/v1/workspaces/${nothing}`],
        [`/api/v1/workspaces/${workspace.id}/members`, `/api/v1/workspaces/${nothing}/members`],
        [`/api/v1/texts/${text.id}`, `/api/v1/texts/${nothing}`],
        [`/api/v1/ledgers/workspace:${workspace.id}/entries`, `/api/v1/ledgers/workspace:${nothing}/entries`],
        [`/api/v1/ledgers/installation/entries`, `/api/v1/ledgers/workspace:${nothing}/entries`],
      ] as const) {
        for (const by of [null, stranger]) {
          const hidden = await answer(exists, by);
          expect(hidden.status, exists).toBe(by === null ? 401 : 404);
          expect(hidden, exists).toEqual(await answer(not, by));
        }
      }
      expect(await answer(`/api/v1/texts/${text.id}`, expert)).toEqual(
        await answer(`/api/v1/texts/${nothing}`, expert),
      );
      expect((await answer(`/api/v1/texts/${text.id}`, secretary)).status).toBe(200);

      // To change what one may not see is answered as to read it.
      for (const [path, method] of [
        [`/api/v1/workspaces/${workspace.id}/members/${membership}`, "DELETE"],
        [`/api/v1/workspaces/${workspace.id}/invitations/${nothing}`, "DELETE"],
        [`/api/v1/workspaces/${workspace.id}/delegations`, "POST"],
      ] as const) {
        const init = {
          method,
          ...(method === "POST"
            ? { headers: { "content-type": "application/json" }, body: JSON.stringify({ code: "XCC", name: "Third" }) }
            : {}),
        };
        const hidden = await answer(path, stranger, init);
        expect(hidden.status, path).toBe(404);
        expect(hidden, path).toEqual(await answer(path.replace(workspace.id, nothing), stranger, init));
      }
    });

    test("answer the same where the request itself is wrong", async () => {
      const workspace = await server().workspace(["XAA"]);
      const stranger = await server().person("Sten Stranger");
      const init = { method: "POST", headers: { "content-type": "application/json" }, body: '{"code":"small"}' };
      const path = `/api/v1/workspaces/${workspace.id}/delegations`;
      const hidden = await answer(path, stranger, init);
      expect(hidden.status).toBe(400);
      expect(hidden).toEqual(await answer(path.replace(workspace.id, "nothing0nothing0"), stranger, init));
    });
  });
});
