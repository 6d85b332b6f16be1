import { isInReading, wordingRead } from "./pieces.ts";
import { StopView } from "./stop-view.tsx";
import type { Stop } from "./stops.ts";
import { readerCode, useTextWays } from "./text-ways.ts";

/** A stop that stands by itself: new paragraphs, rows or cells, or what strikes them. */
export function StopBlock({ stop }: { readonly stop: Stop }) {
  const { readAs } = useTextWays();
  if (readAs === null) {
    return (
      <div className="stop-block" dir="auto">
        <StopView stop={stop} isBaseInPlace={stop.to > stop.from} />
      </div>
    );
  }
  const code = readerCode(readAs);
  // Without a proposal of its own, the reading has the base words, which stand in their place.
  if (stop.kind !== "passage" || !isInReading(stop, code)) return null;
  const text = wordingRead(stop.passage, code)
    .map((piece) => piece.text)
    .join("");
  if (text === "") return null;
  const paragraphs = text.replace(/\n$/, "").split("\n");
  return paragraphs.map((paragraph, i) => {
    const key = `${i} ${paragraph}`;
    return (
      <p key={key} className="text-paragraph read-change" dir="auto">
        {paragraph}
      </p>
    );
  });
}
