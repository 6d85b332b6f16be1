import type { Command } from "commander";
import { Failure } from "../../failure.ts";
import { type Outcome, performLater } from "../../outcome.ts";
import { askSecret } from "../../remote/ask-secret.ts";
import { remoteCommand } from "../../remote/remote-command.ts";
import { forgetSignedIn, keepSignedIn, originOf } from "../../remote/signed-in.ts";
import { meText } from "./whoami.ts";

interface SignInOptions {
  readonly token?: string;
  readonly json?: boolean;
}

export function addSignIn(program: Command): void {
  remoteCommand(program, "sign-in <server>", "keep a server and your access token for the commands that follow", [
    "sign-in https://compendium.example",
    "sign-in https://compendium.example < token.txt",
  ])
    .option("--token <token>", "the access token; without it you are asked, or it is read from stdin")
    .action((server: string, options: SignInOptions) =>
      performLater(options.json ?? false, () => signIn(server, options)),
    );
  remoteCommand(program, "sign-out", "forget the server and the access token", ["sign-out"]).action(
    ({ json = false }: SignInOptions) => performLater(json, signOut),
  );
}

async function signIn(written: string, options: SignInOptions): Promise<Outcome> {
  const origin = originOf(written);
  const token = options.token ?? (await askSecret(`Access token for ${origin}: `));
  if (token === "") {
    const advice = `Make one on ${origin}, on the page of your access tokens, then repeat this command.`;
    throw new Failure("usage", null, "An access token is needed.", advice);
  }
  const { readMeAt } = await import("../../remote/server.ts");
  const me = await readMeAt(origin, token);
  const file = keepSignedIn(process.env, { server: origin, token });
  const { protocol, hostname } = new URL(origin);
  const isOpen = protocol === "http:" && !["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return {
    text: `${meText(origin, me)}\nKept in ${file}; compendium sign-out forgets it.\n`,
    json: { server: origin, ...me },
    notes: isOpen ? [`${origin} is not encrypted: the token can be read on the way. Use https where you can.`] : [],
  };
}

async function signOut(): Promise<Outcome> {
  const wasKept = forgetSignedIn(process.env);
  return {
    text: wasKept
      ? "Signed out here. The token is good until it expires: revoke it on the server's page if others may have it.\n"
      : "You were not signed in.\n",
    json: { signedOut: wasKept },
  };
}
