import { ApiProblem, type Call, createClient, type DecisionView, type Ruling } from "@compendium/contract";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cluster, startCluster } from "../../../../tools/postgresql.ts";
import { buildCompilation } from "../../src/consultations/commands/compilations.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";
import { checkChains } from "./support/check-round.ts";
import {
  makeSmallText,
  openRound,
  prepare,
  prepareAndSubmit,
  releasedNegotiation,
  type SmallText,
} from "./support/small-round.ts";

const HOUR = 60 * 60 * 1000;

/** What comes of an attempt: what it made, or the code with which it was refused. */
type Outcome<Made> = { readonly made: Made } | { readonly code: string; readonly current: unknown };

describe.each(["the embedded database", "PostgreSQL, with two servers"])(
  "two persons and one thing, on %s",
  (where) => {
    let cluster: Cluster | null = null;
    let servers: readonly TestServer[] = [];
    let text: SmallText;
    beforeAll(async () => {
      cluster = where.startsWith("PostgreSQL") ? await startCluster() : null;
      const url = (await cluster?.createDatabase()) ?? null;
      const first = await startTestServer(url, { works: false });
      servers = url === null ? [first] : [first, await startTestServer(url, { works: false })];
      text = await makeSmallText(first, ["XAA", "XBB", "XCC"]);
    }, 120_000);
    afterAll(async () => {
      for (const server of servers) await server.close();
      await cluster?.stop();
    }, 60_000);

    function platform() {
      const [first] = servers;
      if (first === undefined) throw new Error("The server has not started.");
      return first.platform;
    }

    /** The same person at each server in turn: the first hand asks the first, the second the second. */
    function hands(person: { readonly token: string }, count = 2) {
      return Array.from({ length: count }, (_, i) =>
        createClient({ origin: servers[i % servers.length]?.url ?? "", token: person.token }),
      );
    }

    function headOf(delegation: number) {
      const head = text.heads[delegation];
      if (head === undefined) throw new RangeError(`There is no delegation ${delegation}.`);
      return head;
    }

    /** Does all at once and tells what came of each. */
    function atOnce<Made>(...attempts: readonly (() => Promise<Made>)[]): Promise<readonly Outcome<Made>[]> {
      return Promise.all(
        attempts.map((attempt) =>
          attempt().then(
            (made) => ({ made }),
            (error: unknown) => {
              if (!(error instanceof ApiProblem)) throw error;
              return { code: error.code, current: error.current };
            },
          ),
        ),
      );
    }

    /** Exactly one succeeds, and all others are told so with one of these codes. Gives what the one made. */
    function onlyOne<Made>(outcomes: readonly Outcome<Made>[], ...codes: readonly string[]): Made {
      const made = outcomes.flatMap((each) => ("made" in each ? [each.made] : []));
      const refused = outcomes.flatMap((each) => ("code" in each ? [each] : []));
      expect(made).toHaveLength(1);
      for (const { code } of refused) expect(codes).toContain(code);
      return made[0] as Made;
    }

    test("a text: one change is made, the other is shown what is there now", async () => {
      const { id, version } = await text.secretary.call("readText", { text: text.text });
      const outcomes = await atOnce(
        ...hands(text.secretary).map(
          (hand, i) => () => hand("changeText", { text: id, body: { version, title: `Title ${i}` } }),
        ),
      );
      const made = onlyOne(outcomes, "changed-meanwhile");
      expect(currentOf(outcomes)).toMatchObject({ title: made.title, version: version + 1 });
      expect(await text.secretary.call("readText", { text: id })).toMatchObject({ title: made.title });
    });

    test("a delegation: it is admitted once, and each has a place of its own", async () => {
      const [first] = servers;
      const workspace = await first?.workspace(["XAA"]);
      const secretary = await workspace?.member("Sara Secretary", "secretariat");
      if (workspace === undefined || secretary === undefined) throw new Error("The server has not started.");
      const codes = ["XQQ", "XQQ", "XRR", "XSS"];
      const outcomes = await atOnce(
        ...hands(secretary, codes.length).map((hand, i) => () => {
          const code = codes[i] ?? "";
          return hand("addDelegation", { workspace: workspace.id, body: { code, name: `Delegation ${code}` } });
        }),
      );
      expect(outcomes.flatMap((each) => ("code" in each ? [each.code] : []))).toEqual(["already-exists"]);
      const { rows } = await sql<{ position: number }>`select position from delegation
        where workspace = ${workspace.id} order by position`.execute(platform().db);
      expect(rows.map(({ position }) => position)).toEqual([0, 1, 2, 3]);
    });

    test("a round: one change is made, the other is shown what is there now", async () => {
      const { id, version } = await openRound(text, HOUR);
      const outcomes = await atOnce(
        ...hands(text.secretary).map(
          (hand, i) => () => hand("changeRound", { round: id, body: { version, title: `Round ${i}` } }),
        ),
      );
      const made = onlyOne(outcomes, "changed-meanwhile");
      expect(currentOf(outcomes)).toMatchObject({ title: made.title, version: version + 1 });
      expect(await text.secretary.call("readRound", { round: id })).toMatchObject({ title: made.title });
    });

    test("a proposal for one paragraph: one is added, and of two changes of it one is made", async () => {
      const { id: round } = await openRound(text, HOUR);
      const at = { round, delegation: "XAA" };
      const place = await aParagraph();
      const proposal = (words: string) => ({
        change: { kind: "replace" as const, paragraphs: [[{ text: words, emphasis: "" }]] },
        reason: "",
      });
      const added = onlyOne(
        await atOnce(
          ...hands(headOf(0)).map(
            (hand, i) => () => hand("addProposal", { ...at, body: { ...place, ...proposal(`Added ${i}.`) } }),
          ),
        ),
        "already-exists",
      );
      const outcomes = await atOnce(
        ...hands(headOf(0)).map(
          (hand, i) => () =>
            hand("changeProposal", {
              ...at,
              proposal: added.id,
              body: { ...proposal(`Changed ${i}.`), version: added.version },
            }),
        ),
      );
      const changed = onlyOne(outcomes, "changed-meanwhile");
      expect(currentOf(outcomes)).toMatchObject({ change: changed.change, version: added.version + 1 });
      const { proposals } = await headOf(0).call("readRoom", at);
      expect(proposals.map(({ change }) => change)).toEqual([changed.change]);
    });

    test("a room's alignment: one is set, the other is shown it", async () => {
      const { id: round } = await openRound(text, HOUR);
      const at = { round, delegation: "XAA" };
      const { version } = await headOf(0).call("readRoom", at);
      const outcomes = await atOnce(
        ...hands(headOf(0)).map(
          (hand, i) => () =>
            hand("setAlignment", { ...at, body: { version, onBehalfOf: [], inAlignment: [i === 0 ? "XBB" : "XCC"] } }),
        ),
      );
      const made = onlyOne(outcomes, "changed-meanwhile");
      expect(currentOf(outcomes)).toMatchObject({ inAlignment: made.inAlignment });
      expect(await headOf(0).call("readRoom", at)).toMatchObject({ inAlignment: made.inAlignment });
    });

    test("a room: of two clearances one is given, and none outlives a change that came beside it", async () => {
      const { id: round } = await openRound(text, HOUR);
      const at = { round, delegation: "XAA" };
      const sha256 = await prepare(headOf(0).call, round, "XAA", "first");
      await headOf(0).call("setAlignment", {
        ...at,
        body: { version: (await headOf(0).call("readRoom", at)).version, onBehalfOf: [], inAlignment: [] },
      });
      const clear = { ...at, body: { sha256 } };
      const cleared = await atOnce(...hands(headOf(0)).map((hand) => () => hand("clearRoom", clear)));
      onlyOne(cleared, "changed-meanwhile", "not-now");

      const [one, two] = hands(headOf(0));
      const place = await aParagraph();
      const body = { ...place, change: { kind: "delete" as const }, reason: "" };
      await atOnce<unknown>(
        () => one?.("clearRoom", clear) ?? Promise.reject(new Error()),
        () => two?.("addProposal", { ...at, body }) ?? Promise.reject(new Error()),
      );
      const room = await headOf(0).call("readRoom", at);
      expect(room.proposals).toHaveLength(1);
      expect(room.cleared).toBeNull();
    });

    test("a file is taken out of a room once", async () => {
      const { id: round } = await openRound(text, HOUR);
      const at = { round, delegation: "XAA" };
      await prepare(headOf(0).call, round, "XAA", "taken out");
      const [file] = (await headOf(0).call("readRoom", at)).files;
      onlyOne(
        await atOnce(...hands(headOf(0)).map((hand) => () => hand("removeRoomFile", { ...at, file: file?.id ?? "" }))),
        "not-now",
      );
    });

    test("a submission is withdrawn once, and a late one admitted once", async () => {
      const { id: round } = await openRound(text, HOUR);
      const { id: submission } = await prepareAndSubmit(headOf(0).call, round, "XAA", "withdrawn");
      onlyOne(await atOnce(...hands(headOf(0)).map((hand) => () => hand("withdraw", { submission }))), "not-now");

      const closing = await openRound(text, 1_500);
      const sha256 = await prepare(headOf(1).call, closing.id, "XBB", "late");
      await new Promise((resolve) => setTimeout(resolve, Date.parse(closing.closesAt) - Date.now() + 5));
      const late = await headOf(1).call("submit", { round: closing.id, delegation: "XBB", body: { sha256 } });
      expect(late.late).toBe(true);
      const admission = { submission: late.id, body: { reason: "The line was cut." } };
      onlyOne(await atOnce(...hands(text.secretary).map((hand) => () => hand("admit", admission))), "not-now");
    });

    test("a compilation of the same submissions is asked for once, and released once", async () => {
      const round = await openRound(text, 2_500);
      await prepareAndSubmit(headOf(0).call, round.id, "XAA", "compiled");
      const asked = onlyOne(
        await atOnce(...hands(text.secretary, 3).map((hand) => () => hand("askForCompilation", { round: round.id }))),
        "not-now",
      );
      await buildCompilation(platform(), asked.id);
      // Built, it can be asked for again: another number, and the same text.
      await text.secretary.call("askForCompilation", { round: round.id });
      await new Promise((resolve) => setTimeout(resolve, Date.parse(round.closesAt) - Date.now() + 5));
      onlyOne(
        await atOnce(...hands(text.secretary, 3).map((hand) => () => hand("release", { compilation: asked.id }))),
        "not-now",
      );
      expect(await entriesOf("compilation.released", asked.id)).toBe(1);
    });

    test("two chairs at two keyboards: one decision on a passage is recorded, the other chair is shown it", async () => {
      const compilation = await releasedNegotiation(text, (id) => buildCompilation(platform(), id));
      const chair = await text.workspace.member("Cora Chair", "chair");
      const [passage] = (await chair.call("readNegotiation", { compilation })).passages;
      const [here] = hands(chair);
      const there = hands(text.secretary)[1];
      if (here === undefined || there === undefined) throw new Error("There are two keyboards.");
      const rule = (hand: Call, ruling: Ruling, after: string | null) => () =>
        hand("recordDecision", { compilation, body: { passage: passage?.id ?? "", ruling, after } });
      let seen: string | null = null;
      for (let turn = 0; turn < 10; turn += 1) {
        const outcomes = await atOnce(
          rule(here, { kind: "as proposed", proposal: 0 }, seen),
          rule(there, { kind: "as in the base" }, seen),
        );
        const made: DecisionView = onlyOne(outcomes, "changed-meanwhile");
        expect(currentOf(outcomes)).toMatchObject({ id: made.id, ruling: made.ruling });
        const all = await chair.call("listDecisions", { compilation });
        expect(all).toHaveLength(turn + 1);
        expect(all.filter(({ holds }) => holds).map(({ id }) => id)).toEqual([made.id]);
        seen = made.id;
      }
      // One takes back what the other goes on from: either is done, and never both.
      const last = seen ?? "";
      const outcomes = await atOnce(
        () => here("undoDecision", { decision: last }),
        rule(there, { kind: "in brackets" }, last),
      );
      const made = onlyOne(outcomes, "changed-meanwhile");
      const held = (await chair.call("listDecisions", { compilation })).find(({ holds }) => holds);
      expect(held?.id).not.toBe(last);
      if (made.id !== last) expect(held?.id).toBe(made.id);
      const recorded = (await chair.call("listDecisions", { compilation })).map(({ id }) =>
        entriesOf("decision.recorded", id),
      );
      expect(await Promise.all(recorded)).toEqual(recorded.map(() => 1));
    });

    test("whoever changes what: no change is made over one that its author did not see", async () => {
      const move = fc.record({ hand: fc.nat({ max: 2 }), looks: fc.boolean() });
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.uniqueArray(move, { minLength: 1, maxLength: 3, selector: ({ hand }) => hand })),
          async (turns) => {
            const all = hands(text.secretary, 3);
            const before = await text.secretary.call("readText", { text: text.text });
            const written = await entriesOf("text.changed", text.text);
            const seen = all.map(() => before.version);
            let version = before.version;
            let title = before.title;
            for (const [turn, moves] of turns.entries()) {
              const outcomes = await atOnce(
                ...moves.map(({ hand, looks }) => async () => {
                  if (looks) seen[hand] = version;
                  const body = { version: seen[hand] ?? 0, title: `Turn ${turn}, hand ${hand}` };
                  return all[hand]?.("changeText", { text: text.text, body });
                }),
              );
              const upToDate = moves.filter(({ hand }) => seen[hand] === version).length;
              const made = outcomes.flatMap((each) => ("made" in each && each.made !== undefined ? [each.made] : []));
              expect(made).toHaveLength(Math.min(upToDate, 1));
              for (const each of made) {
                version = each.version;
                title = each.title;
                seen[moves[outcomes.findIndex((outcome) => "made" in outcome)]?.hand ?? 0] = version;
              }
            }
            expect(await text.secretary.call("readText", { text: text.text })).toMatchObject({ version, title });
            expect((await entriesOf("text.changed", text.text)) - written).toBe(version - before.version);
          },
        ),
        { numRuns: 15, ...seedOf() },
      );
    });

    async function entriesOf(act: string, object: string): Promise<number> {
      const entries = await checkChains(platform().db, text.workspace.id);
      return entries.filter((each) => each.act === act && each.object.id === object).length;
    }

    async function aParagraph() {
      const { story, position: at } = await platform()
        .db.selectFrom("draftParagraph")
        .select(["story", "position"])
        .where("draft", "=", text.draft)
        .where("wording", "like", "Every State protects%")
        .executeTakeFirstOrThrow();
      return { story, at };
    }
  },
);

/** What those who were refused were shown. */
function currentOf(outcomes: readonly Outcome<unknown>[]): unknown {
  return outcomes.flatMap((each) => ("code" in each ? [each.current] : []))[0];
}

/** fast-check prints its own seed when it fails. */
function seedOf(): { readonly seed?: number } {
  const given = process.env.RELIABILITY_SEED;
  return given === undefined ? {} : { seed: Number(given) };
}
