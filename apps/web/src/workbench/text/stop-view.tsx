import { memo } from "react";
import { useWords } from "../words.ts";
import { Codes } from "./codes.tsx";
import { PassageLine } from "./passage-line.tsx";
import type { Stop } from "./stops.ts";
import { useTextWays } from "./text-ways.ts";

interface StopViewProps {
  readonly stop: Stop;
  /** The base words of the passage are shown, struck, in their own table cells. */
  readonly isBaseInPlace?: boolean;
}

/** A stop in the line of the text: what is proposed, and the button that opens its card. */
export const StopView = memo(function StopView({ stop, isBaseInPlace = false }: StopViewProps) {
  const { current, open } = useTextWays();
  const isCurrent = current === stop.id;
  const mark = <Mark stop={stop} isCurrent={isCurrent} onOpen={() => open(stop.id)} />;
  if (stop.kind !== "passage") return mark;
  return (
    // Pressing anywhere in the passage is a short cut for the pointer; the button says and does the same for everyone.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <span
      className="passage"
      data-contested={stop.contested || undefined}
      data-current={isCurrent || undefined}
      onClick={() => open(stop.id)}
    >
      <PassageLine passage={stop.passage} isBaseInPlace={isBaseInPlace} /> {mark}
    </span>
  );
});

interface MarkProps {
  readonly stop: Stop;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
}

function Mark({ stop, isCurrent, onOpen }: MarkProps) {
  const say = useWords();
  const codes = stop.codes.join(", ");
  const comments = stop.comments.length;
  const count = stop.kind === "passage" ? stop.passage.proposals.length : 0;
  const what = {
    passage: stop.contested ? say("wordings", { count }) : say("proposal by", { codes }),
    formatting: say("formatting by", { codes }),
    comments: say("comments by", { codes, count: comments }),
  }[stop.kind];
  return (
    <button
      type="button"
      id={stop.id}
      className={`mark mark-${stop.kind}`}
      aria-current={isCurrent || undefined}
      aria-label={`${stop.citation}: ${what}${comments > 0 && stop.kind === "passage" ? `, ${say("comments", { count: comments })}` : ""}`}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
    >
      {stop.kind === "passage" && stop.contested ? say("wordings", { count }) : null}
      {stop.kind === "passage" && !stop.contested ? <Codes codes={stop.passage.proposals[0]?.sponsors.map((each) => each.delegation) ?? []} /> : null}
      {stop.kind === "formatting" ? (
        <>
          {say("look")} <Codes codes={stop.codes} />
        </>
      ) : null}
      {comments > 0 ? <span className="mark-comments">{say("comments", { count: comments })}{stop.kind === "comments" ? <> <Codes codes={stop.codes} /></> : null}</span> : null}
    </button>
  );
}
