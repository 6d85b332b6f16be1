import type { Story, Token } from "../model/text.ts";

/**
 * The text of tokens as a proposal shows it. A reference to a note has no text of its own, and who deletes or inserts
 * nothing else must be seen to do so: it is told as `"[footnote 9]"`, one that the base text does not have, and so no
 * other story tells, as `"[new footnote: See resolution 1540.]"`.
 */
export function shownText(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text + token.stories.map(noteSign).join("")).join("");
}

/** Empty for a text box: the drawing that holds it has a text. */
function noteSign({ id, kind, tokens }: Story): string {
  if (kind !== "footnote" && kind !== "endnote") return "";
  const number = id.split(":")[1];
  if (number !== undefined) return `[${kind} ${number}]`;
  return `[new ${kind}: ${shownText(tokens).trim().replaceAll("\n", " ¶ ")}]`;
}
