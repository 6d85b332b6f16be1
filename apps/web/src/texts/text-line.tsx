import type { TextView } from "@compendium/contract";
import { useWords } from "./words.ts";

/** A text in one line: its symbol, how far it is, and who may read it. */
export function TextLine({ text }: { readonly text: TextView }) {
  const say = useWords();
  const { body, symbol, drafts, distribution, audience } = text;
  const [newest] = drafts;
  const parts = [
    body,
    newest?.symbol || symbol,
    say("drafts", { count: drafts.length }),
    say(`distribution ${distribution}`),
    audience === null ? "" : audience.join(" "),
  ].filter((part) => part !== "");
  return (
    <p className="quiet facts">
      {[...new Set(parts)].map((part) => (
        <bdi key={part}>{part}</bdi>
      ))}
    </p>
  );
}
