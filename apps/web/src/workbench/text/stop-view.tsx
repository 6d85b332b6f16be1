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
export const StopView = memo(function StopInLine({ stop, isBaseInPlace = false }: StopViewProps) {
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
  const spoken = useSpoken(stop);
  return (
    <button
      type="button"
      id={stop.id}
      className="mark"
      aria-current={isCurrent || undefined}
      aria-label={spoken}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
    >
      {/* Set apart, so that the language of the interface does not decide in which direction the text runs. */}
      <bdi>
        <MarkWords stop={stop} />
      </bdi>
    </button>
  );
}

function MarkWords({ stop }: { readonly stop: Stop }) {
  const say = useWords();
  const comments = stop.comments.length;
  const commentWords = <i>{say("comments", { count: comments })}</i>;
  if (stop.kind === "comments") {
    return (
      <>
        {commentWords} <Codes codes={stop.codes} />
      </>
    );
  }
  if (stop.kind === "formatting") {
    return (
      <>
        {say("look")} <Codes codes={stop.codes} />
      </>
    );
  }
  const { proposals } = stop.passage;
  const sponsors = proposals[0]?.sponsors.map(({ delegation }) => delegation) ?? [];
  return (
    <>
      {stop.contested ? say("wordings", { count: proposals.length }) : <Codes codes={sponsors} />}
      {comments > 0 ? <> · {commentWords}</> : null}
    </>
  );
}

/** What the button says to those who hear the page: where, what, and by whom. */
function useSpoken(stop: Stop): string {
  const say = useWords();
  const codes = stop.codes.join(", ");
  const count = stop.comments.length;
  switch (stop.kind) {
    case "comments":
      return `${stop.citation}: ${say("comments by", { codes, count })}`;
    case "formatting":
      return `${stop.citation}: ${say("formatting by", { codes })}`;
    case "passage": {
      const wordings = { count: stop.passage.proposals.length };
      const what = stop.contested ? say("wordings", wordings) : say("proposal by", { codes });
      return `${stop.citation}: ${what}${count > 0 ? `, ${say("comments", { count })}` : ""}`;
    }
  }
}
