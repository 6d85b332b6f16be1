import { generateSet } from "../../../fixtures/generated/generate-set.ts";
import { SEED, type ServerPlan } from "../plan.ts";
import type { Product } from "../product.ts";
import { type Browser, openBrowser } from "./browser.ts";
import { inviteAll, PASSWORD } from "./invite.ts";

/** What a server has in the middle of a negotiation, and the people in it, all signed in. */
export interface World {
  readonly workspace: string;
  readonly text: string;
  readonly draft: string;
  /** How many rows the draft has. */
  readonly rows: number;
  readonly round: string;
  readonly compilation: string;
  /** How many parts the compilation has. */
  readonly parts: number;
  readonly secretary: Browser;
  /** The members of all delegations. */
  readonly people: readonly Browser[];
  /** Words of the text, and pairs of words that stand side by side in it: some seldom, some in many paragraphs. */
  readonly searches: readonly string[];
}

/**
 * Makes it through the API alone, as the secretariat and the delegations do: a text, a round with a submission of each
 * delegation, entered by the secretariat as if it came by e-mail, and its compilation, released. The delegations come
 * last: so nobody waits for the mails of the round.
 */
export async function makeWorld(product: Product, plan: ServerPlan, tell: (done: string) => void): Promise<World> {
  const { paragraphs, delegations: submissions, edits } = plan;
  const set = generateSet({ seed: SEED, paragraphs, submissions, edits, mode: "mixed" });
  const codes = set.submissions.map(({ code }) => code);
  const { secretary, workspace } = await setUp(product, codes);
  tell(`a workspace with ${codes.length} delegations`);

  const { call } = secretary;
  const text = await call("createText", {
    workspace,
    body: { title: "Guide on border controls", distribution: "audience" },
  });
  const draft = await call("addDraft", { text: text.id, name: "Draft.docx", body: new Uint8Array(set.base) });
  const opened = Date.now();
  const round = await call("createRound", {
    draft: draft.id,
    body: {
      title: "First round",
      opensAt: instant(opened - 60_000),
      closesAt: instant(opened + HOUR),
      timeZone: "UTC",
    },
  });
  for (const { code, file, bytes } of set.submissions) {
    const arrivedAt = instant(opened);
    await call("enterSubmission", {
      round: round.id,
      delegation: code,
      name: file,
      arrivedAt,
      body: new Uint8Array(bytes),
    });
  }
  tell(`a draft of ${draft.rows} rows with ${codes.length} submissions`);
  const compilation = await compiled(secretary, round.id);
  tell("a compilation, released");

  const people = await inviteAll(
    product,
    workspace,
    secretary,
    codes.flatMap((delegation) =>
      Array.from({ length: plan.people }, (_, i) => ({
        email: `${delegation.toLowerCase()}.${i + 1}@example.org`,
        role: i === 0 ? ("head" as const) : ("expert" as const),
        delegation,
      })),
    ),
  );
  tell(`${people.length} people, signed in`);
  const content = await call("readDraftContent", { draft: draft.id, count: 2000 });
  const { parts } = await call("readCompilationPart", { compilation, part: 0 });
  return {
    workspace,
    text: text.id,
    draft: draft.id,
    rows: draft.rows,
    round: round.id,
    compilation,
    parts,
    secretary,
    people,
    searches: searchesIn(content.rows.map(({ block }) => block)),
  };
}

const HOUR = 60 * 60 * 1000;

function instant(at: number): string {
  return new Date(at).toISOString();
}

async function setUp(
  product: Product,
  codes: readonly string[],
): Promise<{ readonly secretary: Browser; readonly workspace: string }> {
  const secretary = openBrowser(product, 0);
  const email = "secretary@example.org";
  await secretary.call("setUpInstallation", {
    body: {
      kind: "empty",
      workspace: "Measured",
      administrator: { name: "Sara Secretary", email, password: PASSWORD },
    },
  });
  await secretary.signIn(email, PASSWORD);
  const [made] = await secretary.call("listWorkspaces", {});
  if (made === undefined) throw new Error("Setting up made no workspace.");
  for (const code of codes) {
    await secretary.call("addDelegation", { workspace: made.id, body: { code, name: `Delegation ${code}` } });
  }
  return { secretary, workspace: made.id };
}

/** Closes the round, waits for the compilation that this asks for, and releases it. */
async function compiled({ call }: Browser, round: string): Promise<string> {
  const { version } = await call("readRound", { round });
  await call("changeRound", { round, body: { version, closesAt: instant(Date.now() + 2_000) } });
  for (const until = Date.now() + 5 * 60_000; ; ) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const [made] = await call("listCompilations", { round });
    if (made?.state === "built") {
      await call("release", { compilation: made.id });
      return made.id;
    }
    if (made?.state === "failed" || Date.now() > until) throw new Error(`No compilation: ${made?.failure ?? "late"}`);
  }
}

/** How many words are searched for, and how many pairs. */
const SEARCHES = 12;

function searchesIn(blocks: readonly unknown[]): readonly string[] {
  const paragraphs = blocks.map((block) => {
    const { words = [] } = block as { readonly words?: readonly string[] };
    return (
      words
        .join("")
        .toLowerCase()
        .match(/\p{L}{4,}/gu) ?? []
    );
  });
  const counts = new Map<string, number>();
  for (const word of paragraphs.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byNumber = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
  const pairs = paragraphs.flatMap(([first, second]) => (second === undefined ? [] : [`${first} ${second}`]));
  return [...spread(byNumber, SEARCHES), ...spread([...new Set(pairs)], SEARCHES)];
}

/** So many of them, evenly from the first to the last. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  return Array.from({ length: Math.min(count, items.length) }, (_, i) =>
    items.at(Math.floor((i * items.length) / Math.min(count, items.length))),
  ).filter((item) => item !== undefined);
}
