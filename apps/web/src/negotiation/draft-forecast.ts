import type { NegotiatedPassage, NegotiationView } from "@compendium/contract";
import { apartFrom } from "./apart.ts";
import type { MessageId } from "./messages/en.ts";
import { isOpen, progressOf } from "./progress.ts";

interface Forecast {
  readonly what: MessageId;
  /** 1 or more. */
  readonly count: number;
}

/** What the next draft will hold if it is made now, and what needs a look before; what there is none of is left out. */
export function draftForecast(
  view: Pick<NegotiationView, "passages">,
  undecided: "carried" | "bracketed",
): readonly Forecast[] {
  const { agreed = [], bracketed = [], open = [] } = Object.groupBy(view.passages, becomes);
  const isCarried = undecided === "carried";
  const all: readonly Forecast[] = [
    { what: "draft takes in", count: agreed.length },
    { what: "draft brackets", count: bracketed.length + (isCarried ? 0 : open.length) },
    { what: "draft carries", count: isCarried ? open.length : 0 },
    { what: "draft leaves on table", count: view.passages.filter(isOpen).flatMap(({ tabled }) => tabled).length },
    { what: "draft apart", count: view.passages.filter((passage) => apartFrom(view, passage).length > 0).length },
  ];
  return all.filter(({ count }) => count > 0);
}

/** What is deferred or in consultation is open in a draft like what nobody touched, and what capitals still answer is agreed. */
function becomes(passage: NegotiatedPassage): "agreed" | "bracketed" | "open" {
  if (!isOpen(passage)) return "agreed";
  return progressOf(passage) === "bracketed" ? "bracketed" : "open";
}
