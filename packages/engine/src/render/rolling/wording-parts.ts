import { isBullet } from "../../consolidate/label-shape.ts";
import type { Proposal } from "../../model/compilation.ts";
import type { DelegationCode } from "../../model/delegation.ts";
import { type Paragraph, type Token, textOf } from "../../model/text.ts";
import type { TokenSource } from "../../ooxml/token-source.ts";
import type { XmlElement } from "../../ooxml/xml.ts";
import { trimmedEnd } from "./borrowed-tokens.ts";

/** The delegation whose edits the wording was made of. */
export function ownerOf({ variants }: Proposal): DelegationCode {
  return variants[0]?.delegations[0] ?? "";
}

/** True for a cell, or several, without their row. */
export function isCell({ wording }: Proposal): boolean {
  return wording[0]?.wording === "<cell>";
}

/** The words of cells: what opens and closes left out, and the mark at the end. */
export function withoutEnds(wording: readonly Token[]): Token[] {
  const inside = wording.filter(({ kind }) => kind !== "open" && kind !== "close");
  return inside.at(-1)?.kind === "mark" ? inside.slice(0, -1) : inside;
}

/** The properties (w:pPr) of the paragraph that a mark ends. */
export function propertiesOf({ source }: Token): XmlElement | null {
  const kept = source as TokenSource | null;
  return kept?.kind === "mark" ? kept.piece.look.now : null;
}

/** True for an automatic number that is no bullet. */
export function isNumbered({ label }: Paragraph): boolean {
  return label !== "" && !isBullet(label);
}

/** The white space at the end; a space for the end of a paragraph. */
export function endSpace(tokens: readonly Token[]): string {
  return (/\s*$/u.exec(textOf(tokens))?.[0] ?? "").replaceAll("\n", " ");
}

/** The same words without the white space at their end. */
export function withoutEndSpace(tokens: readonly Token[]): Token[] {
  const last = tokens.at(-1);
  if (last === undefined) return [];
  const trimmed = trimmedEnd(last);
  return trimmed === null ? tokens.slice(0, -1) : [...tokens.slice(0, -1), trimmed];
}

/** The mark of the paragraph that a position stands in; `undefined` where none follows. */
export function markFrom(tokens: readonly Token[], at: number): Token | undefined {
  for (let i = at; i < tokens.length; i++) if (tokens[i]?.kind === "mark") return tokens[i];
  return undefined;
}
