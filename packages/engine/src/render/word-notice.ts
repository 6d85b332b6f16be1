import type { Notice, NoticePlace } from "../model/notice.ts";
import type { NotCarriedReason } from "../model/submission.ts";

/** A notice as an English sentence, with the place where one is known. */
export function wordNotice(notice: Notice): string {
  const word = WORDING[notice.code] as (notice: Notice) => string; // the table below ties each code to its own notice
  return word(notice);
}

type Wording = { readonly [Code in Notice["code"]]: (notice: Extract<Notice, { readonly code: Code }>) => string };

/** The only place where a notice becomes English. A new code does not compile until it has its line here. */
const WORDING: Wording = {
  "element-not-understood": ({ element, at }) =>
    `The element ${element}${placeOf(at)} was kept as it is, because its meaning is unknown.`,
  "author-withheld": ({ count }) =>
    `${counted(count, "tracked change carries", "tracked changes carry")} no name: Word removes names from a file that is `
    + "cleaned of personal data.",
  "base-carries-changes": ({ count, authors }) =>
    `The base text itself carries ${counted(count, "tracked change", "tracked changes")}${by(authors)}. They were read as `
    + "accepted and are nobody's proposal.",
  "untracked-edits": ({ count }) =>
    `${counted(count, "change was", "changes were")} made while tracking was off, and found by comparing the texts.`,
  "macros-dropped": () => "The file holds macros. They were left out and never run.",
  "part-not-compared": ({ part }) => `The part ${part} was not compared with the base text.`,
};

/** Why a recorded change is not in the compilation, as an English sentence. */
export function wordNotCarried(reason: NotCarriedReason): string {
  return REASONS[reason];
}

const REASONS: Readonly<Record<NotCarriedReason, string>> = {
  withdrawn: "It was inserted and struck again within the same file.",
  "no-difference": "It changes nothing: the same words stand there with it and without it.",
  "formatting-not-seen": "It changes nothing that a reader sees.",
  "in-field-result": "It is inside the result of a field, which Word reckons anew.",
};

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function by(authors: readonly string[]): string {
  const named = authors.filter((author) => author !== "");
  return named.length === 0 ? "" : ` (by ${named.join(", ")})`;
}

function placeOf({ part, paragraph }: NoticePlace): string {
  const places = [paragraph === 0 ? "" : `paragraph ${paragraph}`, part === "" ? "" : `part ${part}`];
  const known = places.filter((place) => place !== "").join(" of ");
  return known === "" ? "" : ` (${known})`;
}
