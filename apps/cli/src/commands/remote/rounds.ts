import type { RoundView } from "@compendium/contract";
import type { Command } from "commander";
import { ownTimeZone, readInstant, shownInstant } from "../../remote/instants.ts";
import { columns, facts } from "../../remote/lines.ts";
import { onServer, type ServerOptions } from "../../remote/on-server.ts";
import { commandGroup, remoteCommand } from "../../remote/remote-command.ts";
import { type InWorkspace, listed, WORKSPACE_OPTION } from "./options.ts";

interface RoundOptions extends ServerOptions {
  readonly title?: string;
  readonly opens?: string;
  readonly closes?: string;
  readonly timeZone?: string;
  readonly instructions?: string;
  readonly audience?: string;
  readonly reminders?: string;
}

interface ReasonedOptions extends ServerOptions {
  readonly reason: string;
}

export function addRounds(program: Command): void {
  remoteCommand(program, "rounds", "list the rounds of a workspace that you may see, the next deadline first", [
    "rounds",
  ])
    .option(...WORKSPACE_OPTION)
    .action((options: InWorkspace) =>
      onServer(options, async ({ call, workspace }) => {
        const { id } = await workspace(options.workspace);
        const all = await call("listRoundsOfWorkspace", { workspace: id });
        const rows = all.map((each) => [
          each.id,
          each.state,
          `closes ${shownInstant(each.closesAt, each.timeZone)}`,
          `${each.text.title}: ${each.title}`,
        ]);
        return { text: columns(rows), json: all };
      }),
    );

  const round = commandGroup(program, "round", "a round of comments");
  withFacts(
    remoteCommand(round, "open <draft>", "ask delegations for their comments on a draft, until a deadline", [
      'round open e6s1y4z8m0k5g3vb --title "Second round" --closes "2026-03-02 18:00" --time-zone Europe/Vienna',
    ])
      .requiredOption("--title <title>", "what it is called")
      .requiredOption("--closes <instant>", "the deadline, which is the first instant that is late"),
  )
    .option("--opens <instant>", "when it opens; now if left out")
    .action((draft: string, options: RoundOptions & { readonly title: string; readonly closes: string }) =>
      onServer(options, async ({ call }) => {
        const timeZone = options.timeZone ?? ownTimeZone();
        const view = await call("createRound", {
          draft,
          body: {
            opensAt: new Date().toISOString(),
            ...factsOf(options, timeZone),
            title: options.title,
            closesAt: readInstant(options.closes, timeZone, "--closes"),
            timeZone,
          },
        });
        return { text: roundText(view), json: view };
      }),
    );

  remoteCommand(round, "show <round>", "show a round: its state, its deadline, who is asked", [
    "round show b5j0r3f8p1m6v2ye",
  ]).action((id: string, options: ServerOptions) =>
    onServer(options, async ({ call }) => {
      const view = await call("readRound", { round: id });
      return { text: roundText(view), json: view };
    }),
  );

  withFacts(
    remoteCommand(round, "change <round>", "change a round; a new deadline is told to everybody asked", [
      'round change b5j0r3f8p1m6v2ye --closes "2026-03-06 18:00"',
    ])
      .option("--title <title>", "what it is called")
      .option("--closes <instant>", "the deadline, which is the first instant that is late"),
  )
    .option("--opens <instant>", "when it opens")
    .action((id: string, options: RoundOptions) =>
      onServer(options, async ({ call }) => {
        const { version, timeZone } = await call("readRound", { round: id });
        const body = { ...factsOf(options, options.timeZone ?? timeZone), version };
        const view = await call("changeRound", { round: id, body });
        return { text: roundText(view), json: view };
      }),
    );

  remoteCommand(round, "cancel <round>", "cancel a round that has not opened yet", [
    'round cancel b5j0r3f8p1m6v2ye --reason "The text is withdrawn."',
  ])
    .requiredOption("--reason <reason>", "why, for the record and those who had been told of it")
    .action((id: string, options: ReasonedOptions) =>
      onServer(options, async ({ call }) => {
        const view = await call("cancelRound", { round: id, body: { reason: options.reason } });
        return { text: roundText(view), json: view };
      }),
    );

  remoteCommand(round, "open-now <round>", "open a round at once, before the instant that was planned", [
    "round open-now b5j0r3f8p1m6v2ye",
  ]).action((id: string, options: ServerOptions) =>
    onServer(options, async ({ call }) => {
      const view = await call("openRoundNow", { round: id });
      return { text: roundText(view), json: view };
    }),
  );

  remoteCommand(round, "close-now <round>", "close an open round at once, before its deadline", [
    'round close-now b5j0r3f8p1m6v2ye --reason "All delegations have answered."',
  ])
    .requiredOption("--reason <reason>", "why, for the record and those asked")
    .action((id: string, options: ReasonedOptions) =>
      onServer(options, async ({ call }) => {
        const view = await call("closeRoundNow", { round: id, body: { reason: options.reason } });
        return { text: roundText(view), json: view };
      }),
    );

  remoteCommand(round, "remind <round>", "remind those who have not answered, now", [
    "round remind b5j0r3f8p1m6v2ye",
  ]).action((id: string, options: ServerOptions) =>
    onServer(options, async ({ call }) => {
      const answer = await call("remind", { round: id });
      const who = answer.reminded.join(", ");
      return { text: who === "" ? "Everybody has answered.\n" : `Reminded: ${who}\n`, json: answer };
    }),
  );
}

function withFacts(command: Command): Command {
  return command
    .option("--time-zone <zone>", "in which the deadline is told, such as Europe/Vienna")
    .option("--instructions <text>", "what delegations should know")
    .option("--audience <codes>", "who is asked, with commas between; the audience of the text if left out")
    .option("--reminders <hours>", "hours before the deadline at which to remind, with commas between");
}

function factsOf({ title, opens, closes, timeZone, instructions, audience, reminders }: RoundOptions, zone: string) {
  return {
    ...(title === undefined ? {} : { title }),
    ...(opens === undefined ? {} : { opensAt: readInstant(opens, zone, "--opens") }),
    ...(closes === undefined ? {} : { closesAt: readInstant(closes, zone, "--closes") }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(instructions === undefined ? {} : { instructions }),
    ...(audience === undefined ? {} : { audience: listed(audience) }),
    ...(reminders === undefined ? {} : { reminders: listed(reminders).map(Number) }),
  };
}

function roundText({ id, text, draft, title, state, opensAt, closesAt, timeZone, ...round }: RoundView): string {
  return facts(`${text.title}: ${title}`, [
    ["Round", id],
    ["Draft", `${draft.number}  ${draft.symbol}  ${draft.id}`],
    ["State", state],
    ["Cancelled", round.cancelled === null ? "" : `by ${round.cancelled.by}: ${round.cancelled.reason}`],
    ["Opens", shownInstant(opensAt, timeZone)],
    ["Closes", shownInstant(closesAt, timeZone)],
    ["Asked", round.delegations.map(({ code }) => code).join(", ")],
    ["Yours", round.mine.join(", ")],
    ["Reminders", round.reminders.map((hours) => `${hours} h`).join(", ")],
    ["Instructions", round.instructions],
  ]);
}
