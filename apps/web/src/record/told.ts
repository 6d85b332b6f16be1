import type { RecordAct, RecordEntry } from "@compendium/contract";
import { RECORD_ACTS } from "@compendium/contract/acts";
import type { Say } from "../design/say.ts";
import { inSentence } from "./in-sentence.ts";
import type { MessageId } from "./messages/en.ts";
import { rulingTold } from "./ruling-told.ts";

/** An act in a sentence. An entry that another version wrote may tell of an act that this one has no words for. */
export function told({ act, detail }: RecordEntry, say: Say<MessageId>): string {
  const known = knownAct(act);
  if (known === undefined) return act;
  const { delegation, symbol, number, fileName } = detail;
  return say(known, {
    ...Object.fromEntries(NAMED.map((name) => [name, inSentence(detail[name])])),
    delegation: delegation === null ? say("the chair") : inSentence(delegation),
    draft: inSentence(symbol === "" ? number : symbol),
    statement: inSentence(symbol === "" ? fileName : symbol),
    ruling: rulingTold(detail, say),
  });
}

function knownAct(act: string): RecordAct | undefined {
  return RECORD_ACTS.find((known) => known === act);
}

/** What sentences name as the record has it. */
const NAMED = ["citation", "code", "email", "name", "number", "person", "reason", "title", "words"] as const;
