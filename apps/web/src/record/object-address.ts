import type { RecordEntry } from "@compendium/contract";

/** The page that shows what an act was done to; `null` where it has none. */
export function objectAddress({ object: { kind, id }, detail }: RecordEntry): string | null {
  const { round, compilation, passage, meeting } = detail;
  switch (kind) {
    case "text":
      return `/texts/${id}`;
    case "draft":
      return `/drafts/${id}`;
    case "round":
      return `/rounds/${id}`;
    case "room": {
      const [of, delegation] = id.split("/");
      return `/rounds/${of}/delegations/${delegation}`;
    }
    case "submission":
      return typeof round === "string" ? `/rounds/${round}/submissions` : null;
    case "compilation":
      return `/compilations/${id}`;
    case "decision":
    case "position":
    case "tabled wording":
      return negotiationOf(compilation, passage);
    case "passage": {
      const [of, ...rest] = id.split("/");
      return negotiationOf(of, rest.join("/"));
    }
    case "meeting":
      return `/meetings/${id}`;
    case "floor entry":
    case "statement":
      return typeof meeting === "string" ? `/meetings/${meeting}` : null;
    case "bilateral consultation":
      return `/bilaterals/${id}`;
    default:
      return null;
  }
}

function negotiationOf(compilation: unknown, passage: unknown): string | null {
  if (typeof compilation !== "string" || typeof passage !== "string") return null;
  return `/compilations/${compilation}/negotiation#${passage}`;
}
