import { type OperationId, operations } from "@compendium/contract";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { onBothDatabases } from "../support/test-server.ts";
import { contentOf, PEOPLE } from "./canaries.ts";
import { aboutNothing, requestsIn, type Sent, send } from "./requests.ts";
import { makeWorld, type World } from "./world.ts";

describe("nobody is given what they may not see", () => {
  onBothDatabases(
    (server) => {
      let made: Promise<World> | null = null;
      const world = (): Promise<World> => {
        made ??= makeWorld(server());
        return made;
      };

      test("by any operation, whoever calls it, and a refusal is the answer for what does not exist", async () => {
        const { url } = server();
        const { canaries, tokens, ...rest } = await world();
        const leaks: string[] = [];
        const tells: string[] = [];
        const seen = new Set<string>();
        const answered = new Map<OperationId, number>();
        for (const request of requestsIn({ canaries, tokens, ...rest })) {
          for (const who of PEOPLE) {
            const sent = await send(url, tokens[who], request);
            if (sent.status < 300) answered.set(request.id, (answered.get(request.id) ?? 0) + 1);
            const content = `${sent.headers}\n${contentOf(sent.bytes)}`;
            // Whoever searches for a word, and does not find it, is told nothing by it.
            for (const { word, where } of canaries.wrongfullySeen(who, content)) {
              leaks.push(`${who}, by ${request.id} ${JSON.stringify(request.input).slice(0, 120)}: ${where} (${word})`);
            }
            for (const { word } of canaries.seen(content)) seen.add(`${who} ${word}`);
            const nothing = isRefusal(sent) ? aboutNothing(request) : null;
            if (nothing !== null) {
              const unknown = await send(url, tokens[who], nothing);
              if (!isSame(sent, unknown)) {
                tells.push(
                  `${who}, by ${request.id} ${JSON.stringify(request.input).slice(0, 120)}: ${told(sent)} but ${told(unknown)}`,
                );
              }
            }
          }
        }
        expect(leaks).toEqual([]);
        expect(tells).toEqual([]);
        // The search would find them: each canary is seen by somebody who may, and each operation works for somebody.
        const unseen = canaries.all.filter(({ word }) => ![...seen].some((each) => each.endsWith(word)));
        expect(unseen.map(({ where }) => where)).toEqual([]);
        const never = (Object.keys(operations) as OperationId[]).filter((id) => !answered.has(id));
        expect(never.toSorted()).toEqual(NEVER.toSorted());
      });

      test("by e-mail", async () => {
        const { canaries, mailboxes } = await world();
        const leaks: string[] = [];
        let read = 0;
        for (const source of server().mails()) {
          const { to, subject, text, attachments } = await PostalMime.parse(source);
          const who = mailboxes.get(to?.[0]?.address ?? "");
          // Somebody invited, who is nobody here yet: the mail is for that address alone.
          if (who === undefined) continue;
          read += 1;
          const attached = attachments.map(
            ({ filename, content }) => `${filename}\n${contentOf(new Uint8Array(content as ArrayBuffer))}`,
          );
          const given = [subject, text, ...attached].join("\n");
          for (const { where } of canaries.wrongfullySeen(who, given)) leaks.push(`${who}, “${subject}”: ${where}`);
        }
        expect(leaks).toEqual([]);
        expect(read).toBeGreaterThan(10);
      });
    },
    { environment: { COMPENDIUM_REQUESTS_PER_MINUTE: "1000000" } },
  );
});

/** Operations that nobody can do in this world, each with its reason. */
const NEVER: readonly OperationId[] = [];

function isRefusal({ status }: Sent): boolean {
  return status === 404 || status === 401;
}

function isSame(a: Sent, b: Sent): boolean {
  return told(a) === told(b) && a.headers === b.headers;
}

function told({ status, bytes }: Sent): string {
  return `${status} ${contentOf(bytes)}`;
}
