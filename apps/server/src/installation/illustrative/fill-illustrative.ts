import {
  addRoomFile,
  buildCompilation,
  clearRoom,
  closeRound,
  compilationsOf,
  createRound,
  enterSubmission,
  release,
  submit,
} from "../../consultations/index.ts";
import { addMember, admitDelegation, findActor, makePerson, makeWorkspace } from "../../people/index.ts";
import { type Actor, type Person, SYSTEM } from "../../platform/actor.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Jobs } from "../../platform/jobs/jobs.ts";
import { inTransaction, type Services } from "../../platform/services.ts";
import { addDraft, createText } from "../../texts/index.ts";
import { type IllustrativeFile, illustrativeFiles } from "./files.ts";
import { DELEGATION_CODES, type Invented, PEOPLE, SECRETARY } from "./people.ts";

type Member = Actor & { readonly person: Person };

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Who sent its file by e-mail, and who came late, in the round that is closed. */
const BY_MAIL = "XHH";
const LATE = "XII";

/**
 * Fills the workspace that shows the product: a text, a round that is closed and compiled, and one that is open. Every
 * step is the same command that a person would give, at an instant of the weeks before.
 */
export async function fillIllustrative(services: Services): Promise<void> {
  const now = await services.clock.now(services.db);
  const past = pastClock(atHour(now.getTime() - 30 * DAY, 8));
  const then: Services = { ...services, clock: past.clock, jobs: mailsOnly(services.jobs) };
  const { draft: draftFile, submissions } = illustrativeFiles();
  const { workspace, members } = await makePeople(then);
  const secretary = members(SECRETARY.name);

  const text = await createText(then, secretary, workspace, {
    title: "Implementing resolution 1540: a guide to effective practices (illustrative)",
    body: "FSC",
    symbol: "FSC.DEL/100/26",
    languages: ["en"],
    distribution: "participating",
    audience: null,
  });
  const draft = await addDraft(then, secretary, text, { ...draftFile, symbol: "FSC.DEL/100/26/Rev.1" });

  const opensAt = await past.clock.now(services.db);
  const closesAt = new Date(atHour(opensAt.getTime() + 14 * DAY, 17));
  const closed = await createRound(
    then,
    secretary,
    { draft, text },
    {
      title: "First round: comments on the draft",
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
      timeZone: "Europe/Vienna",
      instructions:
        "Please mark up the attached file with tracked changes. Comments on Part III are especially welcome.",
      audience: null,
      reminders: [72, 24],
    },
  );
  for (const code of DELEGATION_CODES) {
    const file = submissions.get(code);
    if (file === undefined) continue;
    past.goTo(
      code === LATE ? closesAt.getTime() + 3 * HOUR : closesAt.getTime() - (20 - DELEGATION_CODES.indexOf(code)) * HOUR,
    );
    if (code === BY_MAIL) {
      const arrivedAt = new Date((await past.clock.now(services.db)).getTime() - HOUR);
      await enterSubmission(then, secretary, closed, { delegation: code, ...file, arrivedAt });
    } else {
      await submitAs(then, members(headOf(code)), { ...closed, delegation: code }, file);
    }
  }
  past.goTo(closesAt.getTime() + 4 * HOUR);
  await closeRound(then, closed.round.id);
  for (const compilation of await compilationsOf(then.db, closed.round.id)) {
    await buildCompilation(then, compilation.id);
    past.goTo(closesAt.getTime() + 2 * DAY);
    await release(then, secretary, { ...closed, compilation });
  }

  await createRound(
    services,
    secretary,
    { draft, text },
    {
      title: "Second round: what is still missing",
      opensAt: new Date(now.getTime() - HOUR).toISOString(),
      closesAt: new Date(atHour(now.getTime() + 21 * DAY, 17)).toISOString(),
      timeZone: "Europe/Vienna",
      instructions: "Propose only what was not proposed before; the compilation of the first round is released to you.",
      audience: null,
      reminders: [72, 24],
    },
  );
}

async function makePeople(services: Services) {
  const { workspace, people } = await inTransaction(services, async (tx) => {
    const made = await makeWorkspace(tx, services, SYSTEM, "Illustrative workspace", true);
    for (const code of DELEGATION_CODES) await admitDelegation(tx, services, SYSTEM, made.id, { code });
    const all = new Map<string, Person>();
    for (const invented of PEOPLE) {
      const now = await services.clock.now(tx);
      const person = await makePerson(tx, {
        name: invented.name,
        email: emailOf(invented),
        password: null,
        now,
        illustrative: true,
      });
      all.set(invented.name, person);
      await addMember(tx, services, SYSTEM, { person, workspace: made.id, ...invented });
    }
    return { workspace: made.id, people: all };
  });
  const actors = new Map<string, Member>();
  for (const [name, person] of people) {
    const actor = await findActor(services.db, person.id, "command");
    if (actor !== null) actors.set(name, { ...actor, person });
  }
  const members = (name: string): Member => {
    const found = actors.get(name);
    if (found === undefined) throw new Error(`Nobody in the illustrative workspace is called ${name}.`);
    return found;
  };
  return { workspace, members };
}

async function submitAs(
  services: Services,
  head: Member,
  of: Parameters<typeof addRoomFile>[2],
  { name, bytes }: IllustrativeFile,
): Promise<void> {
  const { sha256 } = await addRoomFile(services, head, of, { name, bytes });
  await clearRoom(services, head, of, sha256);
  await submit(services, head, of, sha256);
}

function headOf(code: string): string {
  const head = PEOPLE.find(({ role, delegation }) => role === "head" && delegation === code);
  if (head === undefined) throw new Error(`No head of delegation for ${code}.`);
  return head.name;
}

/** The domain `example` is kept free for examples (RFC 2606): no mail to it ever arrives anywhere. */
function emailOf({ name, delegation }: Invented): string {
  return `${name.toLowerCase().replaceAll(" ", ".")}@${(delegation ?? "secretariat").toLowerCase()}.example`;
}

/** Opening, closing and compiling are done below, at their instants of the past; a worker would do them at any time. */
function mailsOnly(jobs: Jobs): Jobs {
  return { ...jobs, add: async (db, name, ...given) => (name === "mail" ? jobs.add(db, name, ...given) : undefined) };
}

/** A clock that begins at an instant of the past and is put forward by hand; it goes on a little with each question. */
function pastClock(begins: number): { readonly clock: Clock; readonly goTo: (instant: number) => void } {
  let at = begins;
  return {
    clock: {
      now: async () => {
        at += 1000;
        return new Date(at);
      },
    },
    goTo: (instant) => {
      at = instant;
    },
  };
}

/** That day at a full hour, UTC: rounds open in the morning and close in the evening. */
function atHour(instant: number, hour: number): number {
  return new Date(instant).setUTCHours(hour, 0, 0, 0);
}
