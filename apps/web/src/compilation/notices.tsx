import type { NoticeEntry } from "@compendium/engine";
import { useWords } from "./words.ts";

/** What a person should look at in a file that could be read. The engine's sentences are in English. */
export function Notices({ notices }: { readonly notices: readonly NoticeEntry[] }) {
  const say = useWords();
  if (notices.length === 0) return null;
  return (
    <details className="notices" open={notices.length <= 3}>
      <summary>{say("notices", { count: notices.length })}</summary>
      <ul lang="en" dir="ltr">
        {notices.map(({ code, text }, i) => {
          const key = `${code} ${i}`;
          return <li key={key}>{text}</li>;
        })}
      </ul>
    </details>
  );
}
