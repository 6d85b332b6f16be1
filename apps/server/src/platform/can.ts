import type { Actor } from "./actor.ts";

/** Something that an actor may or may not do with a subject. Each room's `policy.ts` is the list of its acts. */
export interface Act<Subject> {
  /** As the record and the documentation name it: `"open a round"`. */
  readonly name: string;
  readonly allows: (actor: Actor, subject: Subject) => boolean;
}

export function act<Subject>(name: string, allows: Act<Subject>["allows"]): Act<Subject> {
  return { name, allows };
}

/** The only question that is ever asked about rights: `can(actor, readText, text)`. */
export function can<Subject>(actor: Actor, what: Act<Subject>, subject: Subject): boolean {
  return what.allows(actor, subject);
}
