import { words } from "../../design/say.ts";

/** The words for the record, in English; the other languages have the same messages. */
export const en = {
  "record explained": words(
    "Every act, in the order in which it was done. Each entry holds the hash of the one before: whoever has the file can check it with “compendium verify”.",
  ),
  "no record": words("There is no record here that you may read."),
  chain: words("Chain"),
  "chain of workspace": words("Workspace"),
  "chain of delegation": words("Delegation"),
  "chain of installation": words("Installation"),
  act: words("Act"),
  filter: words("Filter"),
  export: words("Export the whole chain"),
  loading: words("Loading …"),
  entries: words("Entries of the record"),
  "no entries": words("No entry fits."),
  number: words("No."),
  when: words("When"),
  who: words("Who"),
  what: words("What"),
  hash: words("Hash"),
  newest: words("Newest"),
  older: words("Older"),
};

export type MessageId = keyof typeof en;
