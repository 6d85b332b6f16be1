import type { RoomView, WebProposal } from "@compendium/contract";
import { useCallback, useEffect, useRef, useState } from "react";
import { useOperation } from "../../api/use-operation.ts";
import { type KeptWords, placeToKeep, readKept, type Typed, writeKept } from "./kept-words.ts";

/** What an editor is opened for. */
export interface Place {
  readonly story: string;
  /** Where the paragraph begins. */
  readonly at: number;
  readonly kind: KeptWords["kind"];
  /** What is changed, as it was when the editor opened; `null` for a new proposal. */
  readonly proposal: WebProposal | null;
}

/** An editor that is open. */
export interface Opening extends Place {
  /** Unlike that of every other. */
  readonly key: string;
  /** What was typed before the page was loaded anew; `null` for an editor that opens now. */
  readonly kept: Typed | null;
}

export interface Openings {
  readonly openings: readonly Opening[];
  readonly open: (place: Place) => void;
  /** Closes it, and what was typed into it is no longer kept. */
  readonly close: (opening: Opening) => void;
  /** Keeps what was typed; `null` where it is what the editor opened with. */
  readonly keep: (opening: Opening, typed: Typed | null) => void;
  readonly isUnsaved: boolean;
}

/** The editors that are open in a room. What was typed and not saved is in them again after a reload. */
export function useOpenings({ round, delegation, proposals, may }: RoomView): Openings {
  const { person } = useOperation("readMe", {});
  const place = placeToKeep(person?.id ?? "", round, delegation.code);
  const [openings, setOpenings] = useState<readonly Opening[]>([]);
  const [isUnsaved, setUnsaved] = useState(false);
  // Beside the state: with every letter typed, the whole draft would be shown anew.
  const unsaved = useRef(new Map<string, KeptWords>());

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with the room as it is then
  useEffect(() => {
    if (may.includes("propose")) setOpenings(readKept(place).map((kept) => openingOf(kept, proposals)));
  }, [place]);

  const keep = useCallback(
    ({ key, story, at, kind, proposal }: Opening, typed: Typed | null): void => {
      if (typed === null) unsaved.current.delete(key);
      else unsaved.current.set(key, { story, at, kind, proposal: proposal?.id ?? null, typed });
      writeKept(place, [...unsaved.current.values()]);
      setUnsaved(unsaved.current.size > 0);
    },
    [place],
  );
  return {
    openings,
    open: (at) => setOpenings((all) => [...all, { ...at, key: keyOf(at), kept: null }]),
    close: (opening) => {
      setOpenings((all) => all.filter(({ key }) => key !== opening.key));
      keep(opening, null);
    },
    keep,
    isUnsaved,
  };
}

function openingOf({ story, at, kind, proposal: id, typed }: KeptWords, proposals: readonly WebProposal[]): Opening {
  // Removed meanwhile, it is proposed anew.
  const proposal = proposals.find((each) => each.id === id) ?? null;
  const place = { story, at, kind, proposal };
  return { ...place, key: keyOf(place), kept: typed };
}

function keyOf({ story, at, kind, proposal }: Place): string {
  return `${story} ${at} ${kind} ${proposal?.id ?? "new"}`;
}
