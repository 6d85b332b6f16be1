import { type LiveEvent, type OperationId, operations } from "@compendium/contract";
import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { tell } from "../../src/platform/live/live.ts";
import { onBothDatabases } from "../support/test-server.ts";
import { contentOf, PEOPLE, READERS } from "./canaries.ts";
import { hear } from "./hear.ts";
import { open, pageAboutNothing, pagesIn } from "./pages.ts";
import { aboutNothing, type Request, requestsIn, type Sent, send } from "./requests.ts";
import { makeWorld, type World } from "./world.ts";

describe("nobody is given what they may not see", () => {
  onBothDatabases(
    (server) => {
      let made: Promise<World> | null = null;
      const world = (): Promise<World> => {
        made ??= makeWorld(server());
        return made;
      };

      test("by live events", async () => {
        const { tokens, calls, ids } = await world();
        const listening = PEOPLE.filter((who) => who !== "public");
        const heard = await Promise.all(
          listening.map(async (who) => ({ who, events: await hear(server().url, tokens[who] ?? "") })),
        );
        const [workspace = ""] = ids.workspace ?? [];
        const [openRound = ""] = ids.round ?? [];
        const room = { round: openRound, delegation: "XBB" };
        await calls.headB("invite", {
          workspace,
          body: { email: "one@example.org", role: "expert", delegation: "XBB" },
        });
        const { version } = await calls.headB("readRoom", room);
        await calls.headB("setAlignment", { ...room, body: { onBehalfOf: [], inAlignment: ["XCC"], version } });
        await calls.secretary("askForCompilation", { round: openRound });
        for (const text of ids.text ?? []) {
          const now = await calls.secretary("readText", { text });
          await calls.secretary("changeText", { text, body: { version: now.version } });
        }
        // Who hears of one who serves has heard what came before. The installer is in no workspace, and comes last.
        const serving = await server()
          .platform.db.selectFrom("membership")
          .select(["id", "workspace"])
          .where("role", "=", "secretariat")
          .execute();
        for (const { id, workspace: at } of serving) {
          await tell(server().platform.db, { kind: "people", id, workspace: at, at: new Date().toISOString() });
        }
        const wrong: string[] = [];
        let count = 0;
        for (const { who, events } of heard) {
          for (const { kind, id } of await (who === "installer"
            ? events.soFar()
            : events.until(serving.map((each) => each.id)))) {
            count += 1;
            const read = READS[kind]?.(id);
            const sent = read === undefined ? null : await send(server().url, tokens[who], read);
            if (sent !== null && sent.status !== 200) wrong.push(`${who} was told of ${kind} ${id}`);
            if (kind === "room" && !READERS["delegation B"].some((each) => each === who))
              wrong.push(`${who} was told of the room of B`);
          }
        }
        expect(wrong).toEqual([]);
        expect(count).toBeGreaterThan(20);
      });

      test("by any page, and a page that one may not see is the page for what does not exist", async () => {
        const { url } = server();
        const all = await world();
        const leaks: string[] = [];
        const tells: string[] = [];
        const seen = new Set<string>();
        for (const address of await pagesIn(all)) {
          for (const who of PEOPLE) {
            const sent = await open(url, all.tokens[who], address);
            const content = `${sent.headers}\n${contentOf(sent.bytes)}`;
            for (const { word, where } of all.canaries.wrongfullySeen(who, content)) {
              // The page of a search says again what was looked for.
              if (!address.endsWith(word)) leaks.push(`${who}, at ${address}: ${where}`);
            }
            for (const { word } of all.canaries.seen(content)) seen.add(word);
            const nothing = pageAboutNothing(address, all, who, sent.status);
            if (nothing === null) continue;
            const unknown = await open(url, all.tokens[who], nothing);
            if (withoutAddress(sent, address) !== withoutAddress(unknown, nothing)) tells.push(`${who}, at ${address}`);
          }
        }
        expect(leaks).toEqual([]);
        expect(tells).toEqual([]);
        expect(seen.size).toBeGreaterThan(20);
      });

      // After the events and the pages: it ends memberships, and all the rest that an operation can end.
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
        expect(never.toSorted()).toEqual(Object.keys(NEVER).toSorted());
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
    { limits: { requestsOfAddress: 1_000_000, requestsOfPerson: 1_000_000 } },
  );
});

/** How one reads what an event is about, where it can be read by itself. */
const READS: Readonly<Partial<Record<LiveEvent["kind"], (id: string) => Request>>> = {
  text: (text) => ({ id: "readText", input: { text } }),
  draft: (draft) => ({ id: "readDraft", input: { draft } }),
  round: (round) => ({ id: "readRound", input: { round } }),
  submission: (submission) => ({ id: "readSubmission", input: { submission } }),
  compilation: (compilation) => ({ id: "readCompilation", input: { compilation } }),
  bilateral: (bilateral) => ({ id: "readBilateral", input: { bilateral } }),
  meeting: (meeting) => ({ id: "readMeeting", input: { meeting } }),
  negotiation: (compilation) => ({ id: "readNegotiation", input: { compilation } }),
};

/**
 * Operations that succeed for nobody here, because what is sent with them does not fit the state: their success is part
 * of how the world is made, and of round.test.ts.
 */
const NEVER: Readonly<Partial<Record<OperationId, string>>> = {
  acceptInvitation: "takes a token that only a mail holds",
  cancelRound: "of one that has opened",
  openRoundNow: "of one that has opened",
  changeMeeting: "names an old version",
  changeProposal: "names an old version",
  changeRound: "names an old version",
  changeText: "names an old version",
  clearRoom: "names another file",
  createToken: "takes a session and no token",
  downloadTrackedDraft: "of a draft that somebody uploaded",
  enterSubmission: "says that it arrived before the round opened",
  readInvitation: "takes a token that only a mail holds",
  release: "of what is released already, or before the deadline",
  removeProposal: "names an old version",
  recordDecision: "overlooks the decision that holds",
  setAlignment: "names an old version",
  signInForDemonstration: "outside demonstration mode",
  submit: "names another file",
  takeBack: "of what no secretariat entered, or was taken back already",
  undoDecision: "of a decision of which the ten seconds have passed",
};

function isRefusal({ status }: Sent): boolean {
  return status === 404 || status === 401;
}

function isSame(a: Sent, b: Sent): boolean {
  return told(a) === told(b) && a.headers === b.headers;
}

/**
 * A page names its own address where it leads to signing in and back, the page of a search what was looked for, and each
 * when its data were read.
 */
function withoutAddress({ status, headers, bytes }: Sent, address: string): string {
  const [path = "", words = "no words"] = address.split("?words=");
  const content = `${status} ${headers} ${contentOf(bytes).replace(/"(dataUpdatedAt|dehydratedAt)":\d+/g, "")}`;
  return [path, encodeURIComponent(path), words].reduce((rest, own) => rest.replaceAll(own, "·"), content);
}

function told({ status, bytes }: Sent): string {
  return `${status} ${contentOf(bytes)}`;
}
