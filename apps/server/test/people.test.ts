import { describe, expect, test } from "vitest";
import { onBothDatabases } from "./support/test-server.ts";

describe("who invites whom, and who is admitted", () => {
  onBothDatabases((server) => {
    test("each is offered exactly the roles and delegations to which they can invite", async () => {
      const workspace = await server().workspace(["XAA", "XBB"]);
      for (const [role, delegation, offered] of [
        [
          "administrator",
          null,
          ["head *", "deputy *", "expert *", "observer *", "secretariat", "chair", "administrator"],
        ],
        ["secretariat", null, ["head *", "deputy *", "expert *", "observer *", "secretariat", "chair"]],
        ["chair", null, []],
        ["head", "XAA", ["deputy XAA", "expert XAA", "observer XAA"]],
        ["deputy", "XBB", ["expert XBB", "observer XBB"]],
        ["expert", "XAA", []],
      ] as const) {
        const { call } = await workspace.member(`Some ${role}`, role, delegation ?? undefined);
        const { mayInvite, may } = await call("readWorkspace", { workspace: workspace.id });
        const told = mayInvite.map((each) => `${each.role} ${each.delegations?.join(" ") ?? "*"}`.trim());
        expect(told, role).toEqual(offered);
        expect(may.includes("invite"), role).toBe(offered.length > 0);
        for (const { role: given, delegations } of mayInvite) {
          const in_ = delegations === null ? "XBB" : (delegations[0] ?? null);
          const body = { email: `${given}.by.${role}@example.org`, role: given, delegation: in_ };
          await expect(call("invite", { workspace: workspace.id, body }), `${role} ${given}`).resolves.toBeDefined();
        }
      }
    });

    test("without a mail server whoever invites gets the link, and it says who invites", async () => {
      const workspace = await server().workspace(["XAA"]);
      const { call } = await workspace.member("Sara Secretary", "secretariat");
      expect(await call("readWorkspace", { workspace: workspace.id })).toMatchObject({ sendsMail: false });
      const { link } = await call("invite", {
        workspace: workspace.id,
        body: { email: "mira@example.org", role: "head", delegation: "XAA" },
      });
      const token = link?.split("/").at(-1) ?? "";
      expect(await server().publicly("readInvitation", { token })).toMatchObject({ invitedBy: "Sara Secretary" });
      expect(JSON.stringify(await call("listInvitations", { workspace: workspace.id }))).not.toContain(token);
    });

    test("many are admitted at once, all or none, with a suggestion where a name stands for a code", async () => {
      const workspace = await server().workspace(["XAA"]);
      const { call } = await workspace.member("Sara Secretary", "secretariat");
      const add = (codes: string[], group: string | null = null) =>
        call("addDelegations", { workspace: workspace.id, body: { codes, group } });
      await expect(add(["XBB", "Switzerland", "chl", "Nowhere"])).rejects.toMatchObject({
        code: "not-valid",
        current: {
          suggestions: [
            { written: "Switzerland", code: "CHE" },
            { written: "chl", code: "CHL" },
            { written: "Nowhere", code: null },
          ],
        },
      });
      const admitted = async () => (await call("listDelegations", { workspace: workspace.id })).map(({ code }) => code);
      expect(await admitted()).toEqual(["XAA"]);
      const answer = await add(["XAA", "XBB"], "P5");
      expect(answer.already).toEqual(["XAA"]);
      expect(answer.admitted.map(({ code }) => code)).toEqual(["XBB", "CHN", "FRA", "GBR", "RUS", "USA"]);
      // In the order of their names: Brindovar, China, Delegation XAA, France …
      expect(await admitted()).toEqual(["XBB", "CHN", "XAA", "FRA", "RUS", "GBR", "USA"]);
      await expect(
        call("addDelegation", { workspace: workspace.id, body: { code: "BRINDOVAR" } }),
      ).rejects.toMatchObject({ detail: expect.stringContaining("Did you mean XBB, Brindovar?") });
    });
  });
});
