import { Hidden } from "../design/hidden.tsx";
import type { OutlineEntry } from "./text/outline.ts";
import { useWords } from "./words.ts";

interface OutlineProps {
  readonly entries: readonly OutlineEntry[];
  /** Key of the heading under which the text in view stands, or `null`. */
  readonly current: string | null;
  readonly onGo: (key: string) => void;
}

/** The headings of the text, each with how much is proposed below it; contested passages in square brackets. */
export function Outline({ entries, current, onGo }: OutlineProps) {
  const say = useWords();
  return (
    <nav className="outline" id="outline" tabIndex={-1} aria-label={say("outline")}>
      <h2 className="panel-title">{say("outline")}</h2>
      {entries.length === 0 ? <p className="quiet">{say("no headings")}</p> : null}
      <ol>
        {entries.map((entry) => (
          <li key={entry.key} className={`outline-level-${Math.min(entry.level, 3)}`}>
            <button
              type="button"
              className="outline-entry"
              aria-current={entry.key === current ? "location" : undefined}
              onClick={() => onGo(entry.key)}
            >
              <span className="outline-title">
                <bdi>{entry.title}</bdi>
              </span>
              <Counts entry={entry} />
            </button>
          </li>
        ))}
      </ol>
      <p className="quiet outline-legend">{say("outline legend")}</p>
    </nav>
  );
}

function Counts({ entry: { passages, contested, comments } }: { readonly entry: OutlineEntry }) {
  const say = useWords();
  if (passages + comments === 0) return null;
  const spoken = [
    passages > 0 ? say("passages", { count: passages }) : "",
    contested > 0 ? say("contested", { count: contested }) : "",
    comments > 0 ? say("comments", { count: comments }) : "",
  ];
  return (
    <span className="outline-counts">
      <span aria-hidden="true">
        {passages > 0 ? passages : null} {contested > 0 ? `[${contested}]` : null}{" "}
        {comments > 0 ? <i>{comments}</i> : null}
      </span>
      <Hidden>, {spoken.filter((words) => words !== "").join(", ")}</Hidden>
    </span>
  );
}
