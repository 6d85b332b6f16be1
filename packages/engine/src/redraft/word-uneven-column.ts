import { withPreposition } from "../render/with-preposition.ts";
import type { UnevenColumn } from "./uneven-columns.ts";

/** What a person has to look at before the next draft goes out, as English sentences. */
export function wordUnevenColumn({ delegations, what, adopted, left, open }: UnevenColumn): string {
  const who = delegations.join(", ");
  const at = (citations: readonly string[]): string => citations.map((each) => withPreposition("at", each)).join("; ");
  const [does, is, isNot] =
    what === "inserted" ? ["inserts", "is there", "is not there"] : ["takes out", "is gone", "is not gone"];
  const again = open.length === 0 ? "" : ` What is proposed ${at(open)} is proposed for the next draft again.`;
  return (
    `The rows of a table differ in the next draft: the column that ${who} ${does} ${is} ${at(adopted)}, and ${isNot} `
    + `${at(left)}, for its rows were decided apart.${again}`
  );
}
