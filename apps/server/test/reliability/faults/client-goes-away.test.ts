import { request } from "node:http";
import { expect, test } from "vitest";
import { verifyChain } from "../../../src/record/index.ts";
import { readChain } from "../../../src/record/queries.ts";
import { onBothDatabases } from "../../support/test-server.ts";
import { chance } from "../support/chance.ts";
import { makeSmallText, openRound, prepare } from "../support/small-round.ts";

const HOUR = 60 * 60 * 1000;
const TIMES = 12;

onBothDatabases(
  (server) => {
    test("who goes away while submitting has submitted or has not, and never half", async () => {
      const draw = chance("client goes away");
      const { platform, url } = server();
      const codes = Array.from({ length: TIMES }, (_, i) => `XA${String.fromCharCode(65 + i)}`);
      const text = await makeSmallText(server(), codes);
      const round = await openRound(text, HOUR);
      for (const [i, head] of text.heads.entries()) {
        const delegation = codes[i] ?? "";
        const sha256 = await prepare(head.call, round.id, delegation, `going ${i}`);
        const address = `${url}/api/v1/rounds/${round.id}/rooms/${delegation}/submissions`;
        await submitAndGo(address, head.token, sha256, draw.between(1, 60));
      }
      // Whoever comes after them is served.
      const [first] = text.heads;
      const at = { round: round.id, delegation: codes[0] ?? "" };
      const { cleared } = await (first ?? text.secretary).call("readRoom", at);
      await first?.call("submit", { ...at, body: { sha256: cleared?.sha256 ?? "" } });

      const submissions = await platform.db.selectFrom("submission").selectAll().execute();
      const entries = await readChain(platform.db, `workspace:${text.workspace.id}`);
      expect(verifyChain(entries, null)).toEqual([]);
      const onRecord = entries.filter(({ act }) => act === "submission.submitted").map(({ object }) => object.id);
      expect(onRecord.toSorted()).toEqual(submissions.map(({ id }) => id).toSorted());
      const receipts = await platform.db
        .selectFrom("mail")
        .select("id")
        .where("subject", "like", "%receipt%")
        .execute();
      expect(receipts).toHaveLength(submissions.length);
    });
  },
  { works: false },
);

/** Submits and breaks the connection after so many ms, answered or not. */
function submitAndGo(address: string, token: string, sha256: string, after: number): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const asked = request(address, { method: "POST", headers, agent: false });
  const gone = new Promise<void>((resolve) => asked.once("close", resolve));
  asked.on("error", () => undefined).on("response", (answer) => answer.resume());
  asked.end(JSON.stringify({ sha256 }));
  setTimeout(() => asked.destroy(), after);
  return gone;
}
