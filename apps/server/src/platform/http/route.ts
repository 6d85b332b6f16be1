import {
  type AnswerOf,
  ApiProblem,
  type OperationId,
  type Operations,
  operations,
  type ValidInputOf,
} from "@compendium/contract";
import type { Actor } from "../actor.ts";
import { type Act, can } from "../can.ts";
import type { Written } from "./written.ts";

/** What a handler gets besides its input. */
export interface Asked<Subject> {
  readonly actor: Actor;
  /** What the operation is about, as `policy.subject` found it. */
  readonly subject: Subject;
  /** Sets a header of the answer, such as a cookie. */
  readonly setHeader: (name: string, value: string | readonly string[]) => void;
  /** Aborted when whoever asked goes away. */
  readonly signal: AbortSignal;
  readonly address: string;
}

/** Who may call an operation. Each route states its own, or says why it has none. */
export type Policy<Input, Subject> =
  | {
      readonly kind: "on subject";
      /** Looks up what the operation is about; `null` where there is nothing. */
      readonly subject: (input: Input, actor: Actor) => Promise<Subject | null>;
      /** Whoever may not read the subject gets the same answer as if there were none. */
      readonly read: Act<Subject>;
      /** What else it takes, of those who may read: others are told that they may not. */
      readonly may: Act<Subject> | null;
    }
  | { readonly kind: "signed in"; readonly reason: string }
  | { readonly kind: "anyone"; readonly reason: string };

/** An operation with its policy and what it does. */
export interface Route {
  readonly id: OperationId;
  readonly policy: Policy<never, never>;
  readonly answer: (input: unknown, asked: Omit<Asked<unknown>, "subject">) => Promise<unknown>;
}

type Handler<Id extends OperationId, Subject> = (
  input: ValidInputOf<Operations[Id]>,
  asked: Asked<Subject>,
) => Promise<AnswerOf<Operations[Id]> | Written>;

/** `route("readText", onSubject(find, readText), async ({ text }, { subject }) => present(subject))` */
export function route<const Id extends OperationId, Subject>(
  id: Id,
  policy: Policy<ValidInputOf<Operations[Id]>, Subject>,
  handler: Handler<Id, Subject>,
): Route {
  return {
    id,
    policy: policy as unknown as Policy<never, never>,
    answer: async (given, asked) => {
      const input = given as ValidInputOf<Operations[Id]>;
      const subject = await admitted(policy, input, asked.actor);
      return handler(input, { ...asked, subject });
    },
  };
}

/** For operations about one thing: who may not read it gets 404, who may read but not do it gets 403. */
export function onSubject<Input, Subject>(
  subject: (input: Input, actor: Actor) => Promise<Subject | null>,
  read: Act<Subject>,
  may: Act<Subject> | null = null,
): Policy<Input, Subject> {
  return { kind: "on subject", subject, read, may };
}

/** For what is one's own. */
export function signedIn<Input>(reason: string): Policy<Input, null> {
  return { kind: "signed in", reason };
}

/** For what must be answered before anybody is signed in, with the reason why that gives nothing away. */
export function anyone<Input>(reason: string): Policy<Input, null> {
  return { kind: "anyone", reason };
}

async function admitted<Input, Subject>(policy: Policy<Input, Subject>, input: Input, actor: Actor): Promise<Subject> {
  switch (policy.kind) {
    case "anyone":
      return null as Subject;
    case "signed in":
      if (actor.person === null) throw new ApiProblem("sign-in-needed", "Sign in first.");
      return null as Subject;
    case "on subject": {
      const subject = await policy.subject(input, actor);
      if (subject === null || !can(actor, policy.read, subject)) throw nothingHere(actor);
      if (policy.may !== null && !can(actor, policy.may, subject)) {
        throw new ApiProblem("not-allowed", `To ${policy.may.name} takes another role than yours.`);
      }
      return subject;
    }
  }
}

/** The answer for what does not exist and for what one may not see: the same to the letter. */
export function nothingHere(actor: Actor): ApiProblem {
  return actor.person === null
    ? new ApiProblem("sign-in-needed", "Sign in first: what is not public is shown to those who may see it.")
    : new ApiProblem("not-found", "Check the address, or ask the secretariat whether you may see it.");
}

/** Throws where an operation of the contract has no route, or two: then the server must not start. */
export function checkRoutes(routes: readonly Route[]): void {
  const served = routes.map(({ id }) => id);
  const missing = Object.keys(operations).filter((id) => !served.includes(id as OperationId));
  const twice = served.filter((id, at) => served.indexOf(id) !== at);
  if (missing.length > 0) throw new Error(`No route and no policy for: ${missing.join(", ")}.`);
  if (twice.length > 0) throw new Error(`Two routes for: ${twice.join(", ")}.`);
}
