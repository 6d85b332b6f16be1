import type { Ruling, TabledView } from "@compendium/contract";
import { letterOf } from "./letter-of.ts";

/** What the words for a ruling name: the number of a wording, or the letter of one on the table of its passage. */
export function rulingValues(ruling: Ruling, tabled: readonly TabledView[]): Readonly<Record<string, string | number>> {
  if (ruling.kind === "as proposed") return { number: ruling.proposal + 1 };
  if (ruling.kind === "as tabled") return { letter: letterOf(tabled.findIndex(({ id }) => id === ruling.tabled)) };
  return {};
}
