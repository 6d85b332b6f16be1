import { useRef } from "react";
import { useWords } from "./words.ts";

/** A heading that leads to what stands under it. */
export interface ContentsEntry {
  readonly key: string | number;
  /** From 0. */
  readonly level: number;
  readonly title: string;
  /** Where it leads, on the same page: `"#p-12"`. */
  readonly to: string;
  /** What is said of it, such as how much there is. */
  readonly note?: string;
}

interface ContentsProps {
  readonly entries: readonly ContentsEntry[];
  /** `above` what it leads to it is folded, and folds again once somebody has gone to a heading: it would cover it. */
  readonly stands: "beside" | "above";
}

/** The outline of a page: headings, each a link to its place. */
export function Contents({ entries, stands }: ContentsProps) {
  const say = useWords();
  const details = useRef<HTMLDetailsElement>(null);
  const fold = (): void => {
    if (stands === "above") details.current?.removeAttribute("open");
  };
  if (entries.length === 0) return <nav aria-label={say("outline")} />;
  return (
    <nav className={`contents contents-${stands}`} aria-label={say("outline")}>
      <details ref={details} open={stands === "beside"}>
        <summary>{say("outline")}</summary>
        <ol>
          {entries.map(({ key, level, title, to, note }) => (
            <li key={key} className={`contents-level-${Math.min(level, 3)}`}>
              <a href={to} onClick={fold}>
                <bdi>{title}</bdi>
                {note === undefined ? null : <span className="quiet"> {note}</span>}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
