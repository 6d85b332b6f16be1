import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyChain } from "../src/record/index.ts";
import { atTheCommandLine, type Person } from "./support/command-line.ts";
import { eventually } from "./support/eventually.ts";
import { illustrativeFile } from "./support/illustrative.ts";
import { startTestServer, type TestServer } from "./support/test-server.ts";

const GUIDE = readFileSync(join(import.meta.dirname, "../../../docs/guides/by-command-line.md"), "utf8");

/** The identifiers that the guide uses, by what the commands call the thing that they print. */
const EXAMPLES: Readonly<Record<string, string>> = {
  p8c3w5h0j7r2d9fa: "Text",
  e6s1y4z8m0k5g3vb: "Draft",
  b5j0r3f8p1m6v2ye: "Round",
  h9d4k7s2t0z5x8cg: "Submission",
  w1q6n3b8j4e7a0rm: "Compilation",
};

const HOUR = 60 * 60 * 1000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(null);
}, 120_000);
afterAll(() => server.close());

interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The sections of the guide with the commands in them, a line each. */
function sections(): readonly Section[] {
  return GUIDE.split(/^## /m)
    .slice(1)
    .map((section) => ({
      heading: section.slice(0, section.indexOf("\n")),
      lines: [...section.matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block = ""]) =>
        block.replaceAll("\\\n", " ").trim().split("\n"),
      ),
    }));
}

/** A file of the illustrative workspace, under the name that the guide gives it. */
function give({ folder }: Person, name: string, part: string): void {
  writeFileSync(join(folder, name), illustrativeFile(part).bytes);
}

test("a whole round by the command line alone, exactly as the guide shows it", async () => {
  const workspace = await server.workspace(["XAA", "XBB"]);
  const people = {
    secretariat: { at: atTheCommandLine(), is: await workspace.member("Sara Secretary", "secretariat") },
    Ankervale: { at: atTheCommandLine(), is: await workspace.member("Ada Head", "head", "XAA") },
    Brindovar: { at: atTheCommandLine(), is: await workspace.member("Bela Head", "head", "XBB") },
  };
  give(people.secretariat.at, "Guide draft 2.docx", "Guide draft 2");
  give(people.secretariat.at, "Cottarine comments.docx", "Cottarine");
  give(people.Ankervale.at, "Ankervale comments.docx", "Ankervale");
  give(people.Brindovar.at, "Brindovar comments.docx", "Brindovar");

  const closes = new Date(Date.now() + HOUR).toISOString();
  const printed = new Map<string, string>();
  const said = new Map<string, string>();
  const run = async (name: keyof typeof people, line: string): Promise<void> => {
    const { at, is } = people[name];
    const real = Object.entries(EXAMPLES)
      .reduce((sofar, [id, thing]) => sofar.replaceAll(id, printed.get(thing) ?? id), line)
      .replaceAll("https://compendium.example", server.url)
      .replaceAll("2027-03-02 18:00", closes);
    const { exit, stdout, stderr } = await at.run(real, `${is.token}\n`);
    expect({ line, exit, stderr }).toEqual({ line, exit: 0, stderr: "" });
    for (const [, thing = "", id = ""] of stdout.matchAll(/^ {2}(\w+) +([0-9a-z]{16})$/gm)) printed.set(thing, id);
    said.set(`${name}: ${line}`, stdout);
  };

  for (const { heading, lines } of sections()) {
    if (heading.startsWith("After the deadline")) server.pass(2 * HOUR);
    const names = (Object.keys(people) as (keyof typeof people)[]).filter((name) => heading.includes(name));
    for (const name of names.length > 0 ? names : (Object.keys(people) as (keyof typeof people)[])) {
      for (const line of lines) await run(name, line);
    }
  }

  const text = (part: string): string => [...said].find(([line]) => line.includes(part))?.[1] ?? "";
  expect(text("Ankervale: npx compendium whoami")).toContain(`head, Delegation XAA (XAA)`);
  expect(text("delegations")).toMatch(/^XCC {2}Cottarine +state$/m);
  expect(text("room add-file")).toContain("Ankervale comments.docx");
  expect(text("Ankervale: npx compendium submit")).toMatch(/State +stands\n.*Proof +holds/s);
  expect(text("npx compendium submissions")).toMatch(/^XAA .* stands .* web .*$/m);
  expect(text("npx compendium submissions")).toMatch(/^XCC .* stands .* e-mail .*$/m);
  expect(text("round remind")).toBe("Reminded: XBB\n");
  expect(text("Brindovar: npx compendium submit")).toContain("stands, LATE, not admitted");
  expect(text("admit")).toContain("stands, late, admitted");
  expect(text("compile ")).toMatch(/^Compilation \d: built\n/);
  for (const part of ["XAA", "XBB (late)", "XCC"]) expect(text("compile ")).toContain(part);
  expect(text("compilation release")).toContain(": released\n");
  expect(text("record show")).toContain("compilation.released");
  expect(text("Ankervale: npx compendium compilations")).toMatch(/^\d {2}[0-9a-z]{16} {2}released .*\n$/);
  expect(text("standing")).toMatch(/^What XAA proposed, in compilation \d/);

  const kept = (name: keyof typeof people, folder: string) => readdirSync(join(people[name].at.folder, folder)).sort();
  expect(readFileSync(join(people.Ankervale.at.folder, "to-clear.docx"))).toEqual(
    readFileSync(join(people.Ankervale.at.folder, "Ankervale comments.docx")),
  );
  expect(kept("Ankervale", "circulated")).toEqual(["Guide draft 2.docx"]);
  expect(kept("secretariat", "check")).toHaveLength(2);
  expect(kept("Ankervale", "released").length).toBeGreaterThan(5);
  const [record = ""] = kept("secretariat", "records");
  const exported = readFileSync(join(people.secretariat.at.folder, "records", record), "utf8")
    .trim()
    .split("\n");
  const [{ ledger }, ...entries] = exported.map((line) => JSON.parse(line));
  expect(verifyChain(entries, ledger)).toEqual([]);
  const invitation = await eventually(
    async () => server.mails().find((mail) => mail.includes("ilse.varrond@example.org")) ?? null,
    "the invitation",
  );
  expect(invitation).toContain("To: ilse.varrond@example.org");
});

test("what is refused says what, where and what to do, and ends with the code of its kind", async () => {
  const workspace = await server.workspace(["XAA", "XBB"]);
  const secretary = await workspace.member("Sten Secretary", "secretariat");
  const head = await workspace.member("Alva Head", "head", "XAA");
  const expert = await workspace.member("Ebba Expert", "expert", "XAA");
  const at = atTheCommandLine();
  const as = (person: { readonly token: string }, line: string) =>
    at.run(`COMPENDIUM_SERVER=${server.url} COMPENDIUM_TOKEN=${person.token} npx compendium ${line}`);
  const made = async (line: string): Promise<string> => JSON.parse((await as(secretary, `${line} --json`)).stdout).id;
  give(at, "draft.docx", "Guide draft 2");
  give(at, "mine.docx", "Ankervale");
  writeFileSync(join(at.folder, "bad.docx"), "no Word file");
  const text = await made("text create --title Guide");
  const draft = await made(`draft add ${text} draft.docx`);
  const closes = new Date(Date.now() + 100 * HOUR).toISOString();
  const round = await made(`round open ${draft} --title First --closes ${closes} --time-zone UTC`);

  const bad = await as(head, `room add-file ${round} bad.docx`);
  expect(bad).toMatchObject({ exit: 3, stdout: "" });
  expect(bad.stderr).toMatch(/^error: bad\.docx: .+ \[file-not-read\]\n {2}What to do: .+\n$/);
  expect(await as(head, `room add-file ${round} gone.docx`)).toMatchObject({
    exit: 3,
    stderr: expect.stringContaining("error: gone.docx: There is no such file. [missing-file]"),
  });

  // The secretariat must not learn that the room exists.
  const hidden = await as(secretary, `room show ${round} --delegation XAA`);
  const nothing = await as(secretary, "room show zzzzzzzzzzzzzzzz --delegation XAA");
  expect(hidden).toEqual(nothing);
  expect(hidden).toMatchObject({ exit: 7, stderr: expect.stringContaining("[not-found]") });

  await as(head, `room add-file ${round} mine.docx`);
  expect(await as(expert, `clear ${round}`)).toMatchObject({
    exit: 7,
    stderr: expect.stringContaining("[not-allowed]"),
  });
  expect(await as(head, `submit ${round}`)).toMatchObject({
    exit: 8,
    stderr: expect.stringContaining(`compendium clear ${round}`),
  });
  expect(await as(head, `clear ${round} --sha256 0123`)).toMatchObject({
    exit: 8,
    stderr: expect.stringContaining("[changed-meanwhile]"),
  });
  expect(await as(head, `clear ${round}`)).toMatchObject({ exit: 0 });
  expect(await as(head, `submit ${round}`)).toMatchObject({ exit: 0 });
  const compilation = await made(`compile ${round}`);
  const release = await as(secretary, `compilation release ${compilation} --json`);
  expect(release.exit).toBe(8);
  expect(JSON.parse(release.stdout)).toEqual({
    errors: [
      {
        code: "not-now",
        file: null,
        message: expect.stringContaining("after the deadline"),
        advice: expect.any(String),
      },
    ],
  });

  // As editors and password managers write it: without a line break at its end, or with one.
  for (const typed of [head.token, `${head.token}\n`, `${head.token}\r\nanother line`]) {
    expect(await at.run(`npx compendium sign-in ${server.url}`, typed)).toMatchObject({ exit: 0 });
    expect(await at.run("npx compendium sign-out")).toMatchObject({ exit: 0 });
  }
  expect(await at.run(`npx compendium sign-in ${server.url}`, "")).toMatchObject({ exit: 2 });
  expect(await as({ token: "cmp_wrong" }, "texts")).toMatchObject({
    exit: 7,
    stderr: expect.stringContaining("[sign-in-needed]"),
  });
  expect(await as(secretary, "text show a")).toMatchObject({ exit: 2, stderr: expect.stringContaining("[not-valid]") });
  await as(head, `draft download ${draft} --out saved.docx`);
  expect(await as(head, `draft download ${draft} --out saved.docx`)).toMatchObject({
    exit: 6,
    stderr: expect.stringContaining("error: saved.docx: The file stands there already. [would-overwrite]"),
  });
  expect(existsSync(join(at.folder, "saved.docx.part"))).toBe(false);
});

test("a delegation changes its mind: files go out of the room, a submission is withdrawn and replaced", async () => {
  const workspace = await server.workspace(["XAA", "XBB"]);
  const secretary = await workspace.member("Siri Secretary", "secretariat");
  const head = await workspace.member("Anna Head", "head", "XAA");
  const at = atTheCommandLine();
  const as = async (person: { readonly token: string }, line: string) => {
    const run = await at.run(
      `COMPENDIUM_SERVER=${server.url} COMPENDIUM_TOKEN=${person.token} npx compendium ${line} --json`,
    );
    expect(run).toMatchObject({ exit: 0 });
    return JSON.parse(run.stdout);
  };
  give(at, "draft.docx", "Guide draft 2");
  give(at, "first.docx", "Ankervale");
  give(at, "second.docx", "Dulmara");
  const text = await as(secretary, 'text create --title "Guide on export controls" --audience XAA,XBB');
  await as(secretary, `text change ${text.id} --symbol FSC.DEL/7/26`);
  const draft = await as(secretary, `draft add ${text.id} draft.docx --symbol FSC.DEL/7/26/Rev.4`);
  const round = await as(
    secretary,
    `round open ${draft.id} --title First --closes "2099-07-01 18:00" --time-zone Europe/Vienna --reminders 48`,
  );
  expect(round).toMatchObject({ closesAt: "2099-07-01T16:00:00.000Z", reminders: [48] });
  const moved = await as(secretary, `round change ${round.id} --closes "2099-07-02 09:00"`);
  expect(moved).toMatchObject({ closesAt: "2099-07-02T07:00:00.000Z", title: "First", reminders: [48] });

  await as(head, `room add-file ${round.id} first.docx`);
  await as(head, `room align ${round.id} --in-alignment XBB`);
  await as(head, `clear ${round.id}`);
  const first = await as(head, `submit ${round.id}`);
  expect(first).toMatchObject({ number: 1, state: "stands", inAlignment: ["XBB"] });
  expect(await as(head, `withdraw ${first.id}`)).toMatchObject({ state: "withdrawn" });
  await as(head, `room remove-file ${round.id} first.docx`);
  expect(await as(head, `room consolidated ${round.id}`)).toMatchObject({ state: "empty" });
  await as(head, `room add-file ${round.id} second.docx`);
  const { files } = await as(head, `room show ${round.id}`);
  await as(head, `room download-file ${round.id} ${files[0].id} --out back.docx`);
  expect(readFileSync(join(at.folder, "back.docx"))).toEqual(readFileSync(join(at.folder, "second.docx")));
  await as(head, `clear ${round.id} --sha256 ${files[0].file.sha256.slice(0, 8)}`);
  const second = await as(head, `submit ${round.id}`);
  const all = await as(secretary, `submissions ${round.id}`);
  expect(all.map(({ number, state }: { number: number; state: string }) => [number, state]).sort()).toEqual([
    [1, "withdrawn"],
    [2, "stands"],
  ]);
  await as(secretary, `submission download ${second.id} --out received.docx`);
  expect(readFileSync(join(at.folder, "received.docx"))).toEqual(readFileSync(join(at.folder, "second.docx")));
  expect(await as(head, `submission show ${first.id}`)).toMatchObject({ state: "withdrawn" });
  expect(await as(secretary, `compile ${round.id} --no-wait`)).toMatchObject({
    submissions: [{ delegation: "XAA", number: 2 }],
  });
});
