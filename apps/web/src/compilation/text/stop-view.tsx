import { memo } from "react";
import { Hidden } from "../../design/hidden.tsx";
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
  return (
    <button
      type="button"
      id={stop.id}
      className="mark"
      aria-current={isCurrent || undefined}
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
    >
      <Hidden>{stop.citation}: </Hidden>
      {/* Set apart, so that the language of the interface does not decide in which direction the text runs. */}
      <bdi>
        <MarkWords stop={stop} />
      </bdi>
    </button>
  );
}

function MarkWords({ stop }: { readonly stop: Stop }) {
  const say = useWords();
  const comments = <i>{say("comments", { count: stop.comments.length })}</i>;
  if (stop.kind === "comments") {
    return (
      <>
        {comments} <Codes codes={stop.codes} />
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
      {stop.contested ? (
        say("wordings", { count: proposals.length })
      ) : (
        <>
          <Hidden>{say("proposal by")} </Hidden>
          <Codes codes={sponsors} />
        </>
      )}
      {stop.comments.length > 0 ? <> · {comments}</> : null}
    </>
  );
}
