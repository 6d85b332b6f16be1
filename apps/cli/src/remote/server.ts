import { type Call, createClient, type MeView, type WorkspaceView } from "@compendium/contract";
import { Failure } from "../failure.ts";
import type { Outcome } from "../outcome.ts";
import { serverFailure } from "./server-failure.ts";
import { readSignedIn } from "./signed-in.ts";

/** The server on which a command works, as the person who is signed in. */
export interface Server {
  readonly origin: string;
  readonly call: Call;
  /** Does something with a file there; what goes wrong names the file. */
  readonly sending: <T>(file: string, work: () => Promise<T>) => Promise<T>;
  /** The workspace of this name or identifier; without one, the only workspace. Throws a `Failure` that lists them. */
  readonly workspace: (given: string | undefined) => Promise<WorkspaceView>;
  /** The delegation of this code; without one, the only one of one's own that is asked in the round. */
  readonly delegation: (round: string, given: string | undefined) => Promise<string>;
}

/** Milliseconds for one call: 50 MB through a line of 2 Mbit/s take under four minutes. */
const PATIENCE = 5 * 60_000;

/** Runs a command on the server. What goes wrong there comes out as a `Failure`. */
export async function connect(work: (server: Server) => Promise<Outcome>): Promise<Outcome> {
  const { server: origin, token } = readSignedIn(process.env);
  const call = createClient({ origin, token, timeout: PATIENCE });
  try {
    return await work({
      origin,
      call,
      sending: async (file, send) => {
        try {
          return await send();
        } catch (error) {
          throw serverFailure(error, origin, file);
        }
      },
      workspace: async (given) => chosenWorkspace(await call("listWorkspaces", {}), given),
      delegation: async (round, given) => given ?? onlyDelegation((await call("readRound", { round })).mine),
    });
  } catch (error) {
    throw serverFailure(error, origin, null);
  }
}

/** Who has this token, asked of the server itself: so a token is known to be good before it is kept. */
export async function readMeAt(origin: string, token: string): Promise<MeView> {
  try {
    return await createClient({ origin, token, timeout: PATIENCE })("readMe", {});
  } catch (error) {
    throw serverFailure(error, origin, null);
  }
}

function chosenWorkspace(all: readonly WorkspaceView[], given: string | undefined): WorkspaceView {
  const found = given === undefined ? all : all.filter(({ id, name }) => id === given || name === given);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const names = all.map(({ id, name }) => `${id} (${name})`).join(", ");
  if (all.length === 0) {
    const advice = "Ask its secretariat or your head of delegation to invite you.";
    throw new Failure("not-found", null, "You are a member of no workspace.", advice);
  }
  const what = given === undefined ? "There are several workspaces." : `No one workspace is called ${given}.`;
  throw new Failure("which-one", null, what, `Say which, with --workspace: ${names}.`);
}

function onlyDelegation(mine: readonly string[]): string {
  const [only, ...others] = mine;
  if (only !== undefined && others.length === 0) return only;
  throw new Failure(
    "which-one",
    null,
    only === undefined ? "None of your delegations is asked in this round." : "You belong to several delegations.",
    only === undefined
      ? "Look who is asked: compendium round show."
      : `Say which, with --delegation: ${mine.join(", ")}.`,
  );
}
