import type { Distribution } from "@compendium/contract";
import { type Actor, delegationsOf, hasRole } from "../platform/actor.ts";
import { act, can } from "../platform/can.ts";

/** What decides who may read a text, and everything of it that has no narrower rule of its own. */
export interface TextAccess {
  readonly workspace: string;
  readonly distribution: Distribution;
  /** `null` for all delegations of the workspace. */
  readonly audience: readonly string[] | null;
}

export const readText = act<TextAccess>("read the text", (actor, text) => {
  switch (text.distribution) {
    case "public":
      return true;
    case "participating":
      return (
        serves(actor, text) || isInAudience(actor, text) || hasRole(actor, text.workspace, "head", "deputy", "expert")
      );
    case "audience":
      return serves(actor, text) || isInAudience(actor, text);
    case "secretariat":
      return serves(actor, text);
  }
});

/** A draft, as its text. */
export const readDraft = act<{ readonly text: TextAccess }>("read the draft", (actor, { text }) =>
  can(actor, readText, text),
);

export const makeText = act<{ readonly workspace: string }>("make a text", (actor, { workspace }) =>
  hasRole(actor, workspace, "secretariat"),
);

export const changeText = act<TextAccess>("change the text", (actor, { workspace }) =>
  hasRole(actor, workspace, "secretariat"),
);

function serves(actor: Actor, { workspace }: TextAccess): boolean {
  return hasRole(actor, workspace, "secretariat", "chair");
}

function isInAudience(actor: Actor, { workspace, audience }: TextAccess): boolean {
  const own = delegationsOf(actor, workspace);
  return audience === null ? own.length > 0 : own.some((code) => audience.includes(code));
}

/** A paragraph is read as its text is. */
export const readParagraph = act<{ readonly text: TextAccess }>("read the paragraph", (actor, { text }) =>
  can(actor, readText, text),
);
