import type { Apart } from "./apart.ts";
import { useWords } from "./words.ts";

/** Says of what a passage is one part, and names the others. */
export function useApartWords(): (apart: Apart) => string {
  const say = useWords();
  return ({ what, others }) =>
    say(`apart ${what}`, { places: others.map(({ passage }) => passage.citation).join(say("between places")) });
}
