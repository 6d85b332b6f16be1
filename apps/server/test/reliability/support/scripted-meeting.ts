import type { DecisionView, MeetingView, Ruling, StatementView, TabledView } from "@compendium/contract";
import type { TestPerson } from "../../support/test-people.ts";
import { type Careful, impatient } from "./careful-client.ts";
import { type Cast, DELEGATIONS } from "./scripted-round.ts";

/** Everything that was acknowledged to somebody in a meeting. */
export interface PlayedMeeting {
  readonly compilation: string;
  readonly meeting: string;
  /** The oldest first. */
  readonly decisions: readonly DecisionView[];
  /** What the chair's screen showed last. */
  readonly place: MeetingView["place"];
  /** In the order in which they asked, each as it was told last. */
  readonly floor: MeetingView["floor"];
  readonly tabled: readonly TabledView[];
  readonly statements: readonly StatementView[];
}

/**
 * Holds a meeting as careful people do, turn by turn until `goesOn` says no: the meeting goes on to the next passage, a
 * delegation asks for the floor and gets it, a wording is tabled, something is decided, a statement is attached.
 */
export async function playMeeting(
  { secretary, heads }: Cast,
  client: Careful,
  compilation: string,
  goesOn: (turn: number) => boolean,
): Promise<PlayedMeeting> {
  const ask = impatient(secretary.call);
  const { passages } = await client.read(() => ask("readNegotiation", { compilation }));
  const ids = passages.map(({ id }) => id);
  const { id: meeting } = await client.act(
    () =>
      ask("createMeeting", {
        compilation,
        body: {
          title: "First reading",
          startsAt: new Date().toISOString(),
          timeZone: "Europe/Vienna",
          agenda: ids.map((id) => ({ title: `On ${id}`, passages: [id] })),
        },
      }),
    async () => (await ask("listMeetings", { compilation }))[0] ?? null,
  );
  const look = () => ask("readMeeting", { meeting });
  /** Does something in the meeting until the meeting shows it. */
  const until = (does: () => Promise<MeetingView>, shows: (view: MeetingView) => boolean): Promise<MeetingView> =>
    client.act(does, async () => {
      const view = await look();
      return shows(view) ? view : null;
    });
  let view = await until(
    () => ask("openMeeting", { meeting }),
    ({ state }) => state === "open",
  );
  const decisions: DecisionView[] = [];
  const tabled: TabledView[] = [];
  const statements: StatementView[] = [];
  for (let turn = 0; goesOn(turn); turn += 1) {
    const item = turn % ids.length;
    const passage = ids[item] ?? "";
    view = await until(
      () => ask("goTo", { meeting, body: { item, passage } }),
      ({ place }) => place?.item === item,
    );
    view = await speaks(turn, passage);
    const words = `every ${turn + 2} years`;
    tabled.push(
      await client.act(
        () => ask("tableWording", { compilation, body: { passage, words, delegation: null } }),
        async () => {
          const found = await ask("readNegotiation", { compilation });
          return found.passages.flatMap((each) => each.tabled).find((each) => each.words === words) ?? null;
        },
      ),
    );
    decisions.push(await decides(turn, passage));
    if (turn % 3 === 0) statements.push(await attaches(turn, item));
  }
  view = await client.read(look);
  return { compilation, meeting, decisions, place: view.place, floor: view.floor, tabled, statements };

  async function speaks(turn: number, passage: string): Promise<MeetingView> {
    const delegation = DELEGATIONS[turn % DELEGATIONS.length] ?? "";
    const own = impatient((heads.get(delegation) as TestPerson).call);
    const asked = Math.floor(turn / DELEGATIONS.length) + 1;
    const entriesOf = (seen: MeetingView) => seen.floor.filter((each) => each.delegation === delegation);
    const listed = await until(
      () => own("askForFloor", { meeting, body: { delegation, passage } }),
      (seen) => entriesOf(seen).length === asked,
    );
    const entry = entriesOf(listed).at(-1)?.id ?? "";
    return until(
      () => ask("changeFloor", { meeting, entry, body: { state: "speaking" } }),
      (seen) => seen.floor.some(({ id, state }) => id === entry && state === "speaking"),
    );
  }

  function decides(turn: number, passage: string): Promise<DecisionView> {
    const rulings: readonly Ruling[] = [
      { kind: "as proposed", proposal: 0 },
      { kind: "in brackets" },
      { kind: "as amended", words: `amended ${turn}` },
    ];
    const note = `turn ${turn}`;
    const after = decisions.findLast((each) => each.passage === passage)?.id ?? null;
    const body = { passage, ruling: rulings[turn % rulings.length] ?? ({ kind: "deferred" } as const), note, after };
    return client.act(
      () => ask("recordDecision", { compilation, body }),
      async () => (await ask("listDecisions", { compilation })).find((each) => each.note === note) ?? null,
    );
  }

  function attaches(turn: number, item: number): Promise<StatementView> {
    const name = `statement ${turn}.txt`;
    const body = new TextEncoder().encode(`Said in turn ${turn}.`);
    return client.act(
      () => ask("addStatement", { meeting, name, item, body }),
      async () => (await look()).statements.find(({ file }) => file.name === name) ?? null,
    );
  }
}
