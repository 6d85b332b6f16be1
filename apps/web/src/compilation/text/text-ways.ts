import { createContext, useContext } from "react";

/** What the parts of the text need to know of the whole page. */
export interface TextWays {
  /** The id of the stop that the card shows, or `null`. */
  readonly current: string | null;
  readonly open: (stopId: string) => void;
  /** As whom the text is read: a delegation's code, `"base"`, or `null` for everything in place. */
  readonly readAs: string | null;
}

export const TextWaysContext = createContext<TextWays>({ current: null, open: () => undefined, readAs: null });

export function useTextWays(): TextWays {
  return useContext(TextWaysContext);
}

/** Of a reading, whose wordings it takes: `null` for the base text. */
export function readerCode(readAs: string): string | null {
  return readAs === "base" ? null : readAs;
}
