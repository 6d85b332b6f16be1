import type { Call } from "@compendium/contract";
import { eventually } from "../support/eventually.ts";
import type { TestPerson, TestServer } from "../support/test-server.ts";
import { Canaries, type Who } from "./canaries.ts";
import { draftWith, markedUp } from "./word-files.ts";

const HOUR = 60 * 60 * 1000;

/** A world in which every restricted field holds a canary, and everybody who may ask. */
export interface World {
  readonly canaries: Canaries;
  readonly calls: Readonly<Record<Who, Call>>;
  readonly tokens: Readonly<Record<Who, string | null>>;
  /** By address. */
  readonly mailboxes: ReadonlyMap<string, Who>;
  /** Every identifier in it, by the name of the path parameter that takes it. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
}

export async function makeWorld(server: TestServer): Promise<World> {
  const canaries = new Canaries();
  const plant = canaries.plant.bind(canaries);
  const workspace = await server.workspace(["XAA", "XBB", "XCC"]);
  const other = await server.workspace(["XAA"]);
  const people: Record<Exclude<Who, "public">, TestPerson> = {
    administrator: await workspace.member("Adam Administrator", "administrator"),
    secretary: await workspace.member("Sara Secretary", "secretariat"),
    chair: await workspace.member("Cora Chair", "chair"),
    headA: await workspace.member("Hanna Head", "head", "XAA"),
    deputyA: await workspace.member("Dora Deputy", "deputy", "XAA"),
    expertA: await workspace.member("Egon Expert", "expert", "XAA"),
    observerA: await workspace.member("Olga Observer", "observer", "XAA"),
    headB: await workspace.member("Bela Head", "head", "XBB"),
    expertB: await workspace.member(
      plant("name of an expert of B", "who manages members, and delegation B"),
      "expert",
      "XBB",
    ),
    headC: await workspace.member("Cleo Head", "head", "XCC"),
    stranger: await other.member("Stella Stranger", "secretariat"),
    installer: await server.person("Ina Installer"),
  };
  await server.platform.db
    .updateTable("person")
    .set({ administersInstallation: true })
    .where("id", "=", people.installer.id)
    .execute();
  const calls = {
    ...(Object.fromEntries(Object.entries(people).map(([who, { call }]) => [who, call])) as Record<
      Exclude<Who, "public">,
      Call
    >),
    public: server.publicly,
  };
  const { secretary, headA, expertA, headB, expertB } = calls;
  const now = (await server.platform.clock.now(server.platform.db)).getTime();
  const at = (ms: number) => new Date(now + ms).toISOString();

  const text = async (
    distribution: "public" | "participating" | "audience" | "secretariat",
    readers: Parameters<typeof plant>[1],
  ) => {
    const made = await secretary("createText", {
      workspace: workspace.id,
      body: {
        title: `Text ${plant(`title of a text for ${distribution}`, readers)}`,
        body: plant(`body of a text for ${distribution}`, readers),
        symbol: plant(`symbol of a text for ${distribution}`, readers),
        distribution,
        audience: distribution === "audience" ? ["XAA", "XBB"] : null,
      },
    });
    const word = plant(`draft of a text for ${distribution}`, readers);
    const draft = await secretary("addDraft", {
      text: made.id,
      name: `${plant(`file name of a draft for ${distribution}`, readers)}.docx`,
      body: draftWith(word),
    });
    return { text: made.id, draft: draft.id, word };
  };
  const texts = [
    await text("public", "everybody"),
    await text("participating", "participating States"),
    await text("audience", "the audience"),
    await text("secretariat", "the secretariat and the chair"),
  ];
  const [, , audienceText, secretText] = texts as [never, never, (typeof texts)[number], (typeof texts)[number]];

  const round = (of: { readonly draft: string }, name: string, readers: Parameters<typeof plant>[1], closes: number) =>
    secretary("createRound", {
      draft: of.draft,
      body: {
        title: plant(`title of the ${name}`, readers),
        instructions: plant(`instructions of the ${name}`, readers),
        opensAt: at(-HOUR),
        closesAt: at(closes),
        timeZone: "UTC",
      },
    });
  const open = await round(audienceText, "open round", "the audience", 100 * HOUR);
  const closing = await round(audienceText, "closed round", "the audience", HOUR);
  // A text can be restricted after its round was made, and before it opens: then nobody is told of it any more.
  await secretary("changeText", { text: secretText.text, body: { distribution: "participating", version: 1 } });
  const secret = await secretary("createRound", {
    draft: secretText.draft,
    body: {
      title: plant("title of the round on the secretariat's text", "the secretariat and the chair"),
      instructions: plant("instructions of the round on the secretariat's text", "the secretariat and the chair"),
      opensAt: at(HOUR / 2),
      closesAt: at(100 * HOUR),
      timeZone: "UTC",
    },
  });
  await secretary("changeText", { text: secretText.text, body: { distribution: "secretariat", version: 2 } });

  const submit = async (call: Call, of: string, delegation: string, bytes: Uint8Array<ArrayBuffer>, name: string) => {
    const room = { round: of, delegation };
    const { id, file } = await call("addRoomFile", { ...room, name, body: bytes });
    await call("clearRoom", { ...room, body: { sha256: file.sha256 } });
    const submission = await call("submit", { ...room, body: { sha256: file.sha256 } });
    await call("removeRoomFile", { ...room, file: id });
    return submission.id;
  };
  const marked = (inserted: string, author: string) => markedUp(audienceText.word, inserted, author);
  const own = {
    A: "delegation A, the secretariat and the chair",
    B: "delegation B, the secretariat and the chair",
  } as const;
  const submitted = (of: "A" | "B", what: string) => ({
    words: plant(`words of ${what}`, own[of]),
    author: plant(`author in the file of ${what}`, own[of]),
    name: `${plant(`file name of ${what}`, own[of])}.docx`,
  });

  // The open round: submissions that only the secretariat may see besides those whose they are.
  const first = submitted("A", "a submission of A that was replaced");
  await submit(headA, open.id, "XAA", marked(first.words, first.author), first.name);
  const second = submitted("A", "a submission of A");
  await submit(headA, open.id, "XAA", marked(second.words, second.author), second.name);
  const withdrawn = submitted("B", "a submission of B that was withdrawn");
  const gone = await submit(headB, open.id, "XBB", marked(withdrawn.words, withdrawn.author), withdrawn.name);
  await headB("withdraw", { submission: gone });
  const mistaken = submitted("B", "a submission of B that was entered by mistake");
  const entry = await secretary("enterSubmission", {
    round: open.id,
    delegation: "XBB",
    name: mistaken.name,
    arrivedAt: at(0),
    body: marked(mistaken.words, mistaken.author),
  });
  await secretary("takeBack", {
    submission: entry.id,
    body: { reason: plant("why an entry for B was taken back", own.B) },
  });

  // The rooms: what nobody outside the delegation sees.
  for (const [call, delegation, readers] of [
    [expertA, "XAA", "delegation A"],
    [expertB, "XBB", "delegation B"],
  ] as const) {
    const room = { round: open.id, delegation };
    const words = plant(`words of a file in the room of ${delegation}`, readers);
    const name = `${plant(`name of a file in the room of ${delegation}`, readers)}.docx`;
    await call("addRoomFile", {
      ...room,
      name,
      body: marked(words, plant(`author in the room of ${delegation}`, readers)),
    });
    const { rows } = await call("readDraftContent", { draft: audienceText.draft });
    await call("addProposal", {
      ...room,
      body: {
        story: "body",
        at: (rows as readonly { readonly block: { readonly from: number } }[])[1]?.block.from ?? 0,
        change: {
          kind: "replace",
          paragraphs: [[{ text: `Every State ${plant(`web proposal of ${delegation}`, readers)}.` }]],
        },
        reason: plant(`reason of a web proposal of ${delegation}`, readers),
      },
    });
  }

  // The closed round: what went into the released compilation is the audience's, whose file it was in is not.
  const released = {
    words: plant("words in the released compilation", "the audience"),
    author: plant("author in a file of the released compilation", own.A),
  };
  await submit(headA, closing.id, "XAA", marked(released.words, released.author), "comments of A.docx");
  server.pass(2 * HOUR);
  const late = submitted("B", "a late submission of B that nobody admitted");
  await submit(headB, closing.id, "XBB", marked(late.words, late.author), late.name);
  const compilation = await secretary("askForCompilation", { round: closing.id });
  const unreleased = await secretary("askForCompilation", { round: open.id });
  for (const { id } of [compilation, unreleased]) {
    await eventually(async () => {
      const { state } = await secretary("readCompilation", { compilation: id });
      return state === "built" ? true : null;
    }, "a compilation");
  }
  await secretary("release", { compilation: compilation.id });

  // The negotiation: what is said for the chair alone, or for nobody else, and reasons for fewer than the position.
  const passage = "body/1";
  const about = { compilation: compilation.id };
  for (const [readership, reasonReadership, readers] of [
    ["audience", "audience", "the audience"],
    ["audience", "chair", "delegation A, the secretariat and the chair"],
    ["chair", "delegation", "delegation A"],
    ["delegation", "delegation", "delegation A"],
  ] as const) {
    await headA("takePosition", {
      ...about,
      body: {
        delegation: "XAA",
        passage,
        stance: "reserves",
        reason: plant(`reason for the ${reasonReadership} of a position for the ${readership}`, readers),
        readership,
        reasonReadership,
      },
    });
  }
  await secretary("tableWording", {
    ...about,
    body: { passage, words: plant("words tabled by the chair", "the audience"), delegation: null },
  });
  const note = plant("note on a bracket", "the audience");
  await secretary("setBracket", {
    ...about,
    body: { passage, state: "parked", group: "", dependsOn: null, note, version: 1 },
  });
  const decision = await secretary("recordDecision", {
    ...about,
    body: {
      passage,
      ruling: { kind: "as amended", words: plant("words of a decision", "the audience") },
      note: plant("note on a decision", "the audience"),
      after: null,
    },
  });
  server.pass(11_000);
  // Bilateral consultations: one of A with the chair, of which a wording is put on the table, and one of A with B.
  const withChair = "the chair and those who act for delegation A";
  const consulted = await calls.chair("openBilateral", {
    ...about,
    body: { title: plant("title of a consultation with the chair", withChair), speaker: null, with: ["XAA"] },
  });
  const { notes } = await headA("addBilateralNote", {
    bilateral: consulted.id,
    body: {
      speaker: "XAA",
      passage,
      kind: "wording",
      words: plant("wording of A that the chair puts on the table", "the audience"),
    },
  });
  await calls.chair("promoteWording", { bilateral: consulted.id, note: notes[0]?.id ?? "" });
  const said = await calls.chair("addBilateralNote", {
    bilateral: consulted.id,
    body: { speaker: null, passage, kind: "wording", words: plant("words of the chair to A", withChair) },
  });
  const between = await headA("openBilateral", {
    ...about,
    body: {
      title: plant("title of a consultation of A and B", "those who act for delegations A and B"),
      speaker: "XAA",
      with: ["XBB"],
    },
  });
  await headB("addBilateralNote", {
    bilateral: between.id,
    body: { speaker: "XBB", words: plant("words of B to A", "those who act for delegations A and B") },
  });
  const meeting = await secretary("createMeeting", {
    ...about,
    body: {
      title: plant("title of a meeting", "the audience"),
      venue: plant("venue of a meeting", "the audience"),
      startsAt: at(HOUR),
      timeZone: "UTC",
      agenda: [{ title: plant("item of an agenda", "the audience"), passages: [passage] }],
    },
  });
  await secretary("openMeeting", { meeting: meeting.id });
  const { floor } = await headB("askForFloor", { meeting: meeting.id, body: { delegation: "XBB" } });

  const statement = await headB("addStatement", {
    meeting: meeting.id,
    name: `${plant("file name of a statement", "the audience")}.txt`,
    symbol: plant("symbol of a statement", "the audience"),
    delegation: "XBB",
    body: new TextEncoder().encode(plant("words of a statement", "the audience")),
  });

  await secretary("addDelegation", {
    workspace: workspace.id,
    body: { code: "XQQ", name: plant("name of a delegation", "members of the workspace"), kind: "organisation" },
  });

  const invitation = await headB("invite", {
    workspace: workspace.id,
    body: {
      email: `${plant("address of somebody invited by B", "who invites, and delegation B")}@example.org`,
      role: "expert",
      delegation: "XBB",
    },
  });
  await server.platform.db
    .updateTable("accessToken")
    .set({ name: plant("name of an access token", "expert A alone") })
    .where("person", "=", people.expertA.id)
    .execute();

  const submissions = await server.platform.db.selectFrom("submission").select("id").execute();
  const compilations = await server.platform.db.selectFrom("compilation").select("id").execute();
  const ledgers = await server.platform.db.selectFrom("ledger").select("id").execute();
  const members = await server.platform.db.selectFrom("membership").select("id").execute();
  const files = await server.platform.db.selectFrom("roomFile").select("id").execute();
  const proposals = await server.platform.db.selectFrom("webProposal").select("id").execute();
  const paragraphs = await server.platform.db.selectFrom("draftParagraph").select("paragraph").execute();
  return {
    canaries,
    calls,
    tokens: {
      ...(Object.fromEntries(Object.entries(people).map(([who, { token }]) => [who, token])) as Record<
        Exclude<Who, "public">,
        string
      >),
      public: null,
    },
    mailboxes: new Map(Object.entries(people).map(([who, { email }]) => [email, who as Who])),
    ids: {
      workspace: [workspace.id, other.id],
      text: texts.map((each) => each.text),
      draft: texts.map((each) => each.draft),
      round: [open.id, closing.id, secret.id],
      delegation: ["XAA", "XBB"],
      submission: submissions.map(({ id }) => id),
      compilation: compilations.map(({ id }) => id),
      decision: [decision.id],
      meeting: [meeting.id],
      statement: [statement.id],
      bilateral: [consulted.id, between.id],
      note: said.notes.map(({ id }) => id),
      entry: floor.map(({ id }) => id),
      format: ["tracked", "json", "receipts", "html"],
      part: ["0"],
      ledger: ledgers.map(({ id }) => id),
      membership: members.map(({ id }) => id),
      invitation: [invitation.id],
      file: files.map(({ id }) => id),
      proposal: proposals.map(({ id }) => id),
      // One of each draft.
      paragraph: paragraphs.filter((_, i) => i % 4 === 2).flatMap(({ paragraph }) => paragraph ?? []),
      token: ["nosuchtokenatallinthisworld"],
    },
  };
}
