import type { DraftView } from "@compendium/contract";
import { useRef } from "react";
import { useWords } from "./words.ts";

interface DraftOutlineProps extends Pick<DraftView, "outline"> {
  /** `above` the text it is folded, and folds again once somebody has gone to a heading: it would cover it. */
  readonly stands: "beside" | "above";
}

/** The headings of a draft, each a link to its place among the rows. */
export function DraftOutline({ outline, stands }: DraftOutlineProps) {
  const say = useWords();
  const details = useRef<HTMLDetailsElement>(null);
  const fold = (): void => {
    if (stands === "above") details.current?.removeAttribute("open");
  };
  if (outline.length === 0) return <nav aria-label={say("outline")} />;
  return (
    <nav className={`contents contents-${stands}`} aria-label={say("outline")}>
      <details ref={details} open={stands === "beside"}>
        <summary>{say("outline")}</summary>
        <ol>
          {outline.map(({ row, level, label, text, paragraph }) => (
            <li key={row} className={`contents-level-${Math.min(level, 3)}`}>
              <a href={paragraph === null ? `#row-${row}` : `#p-${paragraph}`} onClick={fold}>
                <bdi>
                  {label} {text}
                </bdi>
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
