import type { RedlineEntry } from "@compendium/engine";
import { useState } from "react";
import { Button } from "../design/button.tsx";
import { Redline } from "./text/redline.tsx";
import { isLong, shortened } from "./text/shortened.ts";
import { useWords } from "./words.ts";

interface LongWordingProps {
  readonly redline: readonly RedlineEntry[];
  readonly codes: readonly string[];
  readonly isOfCells: boolean;
}

/** A wording in the card: whole, or, where it takes pages, shortened until somebody asks for the whole. */
export function LongWording({ redline, codes, isOfCells }: LongWordingProps) {
  const say = useWords();
  const [isWhole, setWhole] = useState(!isLong(redline));
  return (
    <>
      <blockquote className="wording-text" dir="auto">
        <Redline redline={isWhole ? redline : shortened(redline)} codes={codes} isOfCells={isOfCells} />
      </blockquote>
      {isWhole ? null : <Button onPress={() => setWhole(true)}>{say("whole wording")}</Button>}
    </>
  );
}
