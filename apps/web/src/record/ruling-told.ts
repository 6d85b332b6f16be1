import type { RecordEntry, Ruling } from "@compendium/contract";
import type { Say } from "../design/say.ts";
import { inSentence } from "./in-sentence.ts";
import type { MessageId } from "./messages/en.ts";

/** What was decided: `"agreed as proposed by XAA, XBB"`; `"…"` where the record does not tell it. */
export function rulingTold(
  { ruling, wordingBy, adReferendumUntil }: RecordEntry["detail"],
  say: Say<MessageId>,
): string {
  // Whatever another version wrote: each field can be missing.
  const { kind, words, with: consulted } = (ruling ?? {}) as Readonly<Record<string, unknown>>;
  if (!isKnown(kind)) return "…";
  const delegations = named(kind === "to bilateral consultation" ? consulted : wordingBy, say);
  const told =
    kind === "as amended" && words === ""
      ? say("ruled to be deleted")
      : say(`ruled ${kind}`, { words: inSentence(words), delegations });
  return typeof adReferendumUntil === "string" ? say("ruled ad referendum", { ruling: told }) : told;
}

/** Delegations by their codes; `null` among them is the chair. */
function named(by: unknown, say: Say<MessageId>): string {
  if (!Array.isArray(by)) return "…";
  return by.map((code: unknown) => (code === null ? say("the chair") : inSentence(code))).join(say("list comma"));
}

function isKnown(kind: unknown): kind is Ruling["kind"] {
  return RULINGS.some((known) => known === kind);
}

const RULINGS: readonly Ruling["kind"][] = [
  "as in the base",
  "as proposed",
  "as tabled",
  "as amended",
  "in brackets",
  "to bilateral consultation",
  "deferred",
];
