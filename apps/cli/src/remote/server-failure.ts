import { ApiProblem, type ProblemCode } from "@compendium/contract";
import { Failure } from "../failure.ts";

/** What went wrong on the server, or on the way there, as a `Failure`; anything else as it is. */
export function serverFailure(error: unknown, origin: string, file: string | null): unknown {
  if (error instanceof ApiProblem) return new Failure(error.code, file, error.message, ADVICE[error.code]);
  const { name, cause } = error as { readonly name?: string; readonly cause?: { readonly code?: string } };
  if (name === "TimeoutError") {
    const advice = "It may have been done all the same: look before you try again.";
    return new Failure("server-not-reached", file, `${origin} did not answer within five minutes.`, advice);
  }
  // What `fetch` rejects with where no connection comes about.
  if (error instanceof TypeError && cause !== undefined) {
    const why = cause.code === undefined ? "" : ` (${cause.code})`;
    const advice = "Look whether the address is right and whether you are online: compendium whoami.";
    return new Failure("server-not-reached", file, `${origin} is not reached${why}.`, advice);
  }
  return error;
}

/** What to do on the command line. The server's own words say what is wrong. */
const ADVICE: Readonly<Record<ProblemCode, string>> = {
  "not-valid": "See --help of the command for how its options are written.",
  "sign-in-needed": "Make an access token on the server's page, then: compendium sign-in.",
  "not-allowed": "See what your roles are: compendium whoami.",
  "not-same-site": "Look whether the address of the server is right: compendium whoami.",
  "not-found": "Look at the identifier, and whether you are signed in as the right person: compendium whoami.",
  "changed-meanwhile": "Look at it again, then repeat the command if it is still what you want.",
  "not-now": "Look how things stand: compendium round show, compendium room show.",
  "already-exists": "Look at what is there, and use it or take it away first.",
  "not-confirmed": "If it is meant, repeat the command with the option that says so: see --help.",
  "rival-wordings": "See which: compendium room consolidated. Then take a file out, and put a corrected one in.",
  "too-large": "Compress the pictures in Word, and save again.",
  "wrong-type": "Give a .docx file.",
  "file-not-read": "Look at the file on its own: compendium inspect.",
  "too-many": "Wait a minute, then try again.",
  "locked-out": "Wait, then sign in on the server's page.",
  "server-fault": "Try again; if it stays, tell the operator of the server.",
  "store-unavailable": "Try again in a moment.",
  "store-full": "Tell the operator of the server.",
};
