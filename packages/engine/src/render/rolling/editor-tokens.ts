import type { Token } from "../../model/text.ts";
import type { AtomPiece, Look } from "../../ooxml/pieces.ts";
import { type TokenSource, wordSource } from "../../ooxml/token-source.ts";
import { element, type XmlElement } from "../../ooxml/xml.ts";
import { legalText } from "../legal-text.ts";

/** How words of the editor look, beside what they take over from their neighbours. */
export type Emphasis = "bold" | "italic" | "plain";

/**
 * Words that the editor of a rolling text adds: brackets, attributions, notes. `beside` is a run's properties (w:rPr)
 * in whose font and size they are written; `null` for those of the paragraph's style.
 */
export function editorWords(text: string, emphasis: Emphasis, beside: XmlElement | null = null): Token {
  const clean = legalText(text);
  const piece = { kind: "text", text: clean, look: lookOf(emphasis, beside), wrappers: [], changes: [] } as const;
  return token("word", clean, wordSource({ piece, from: 0, to: clean.length }));
}

/** A tab, as it stands behind a number. */
export function editorTab(): Token {
  return atomToken([element("w:tab")], "\t", { now: null, nowKey: "", former: null });
}

/** The end of a paragraph with these properties (w:pPr). */
export function editorMark(properties: XmlElement | null): Token {
  const piece = {
    kind: "mark",
    paragraph: element("w:p"),
    at: null,
    look: { now: properties, nowKey: "", former: null },
    changes: [],
  } as const;
  return token("mark", "\n", { kind: "mark", piece, markers: [] });
}

/** Words in exactly the look of another piece, such as the number of a note. */
export function wordsLike(text: string, look: Look): Token {
  const piece = { kind: "text", text, look, wrappers: [], changes: [] } as const;
  return token("word", text, wordSource({ piece, from: 0, to: text.length }));
}

/** The properties of a token's first run; `null` where it has none. */
export function runPropertiesOf({ source }: Token): XmlElement | null {
  const kept = source as TokenSource | null;
  if (kept?.kind === "word") return kept.piece.look.now;
  return kept?.kind === "atom" ? kept.piece.look.now : null;
}

function atomToken(nodes: readonly XmlElement[], text: string, look: Look): Token {
  const piece: AtomPiece = {
    kind: "atom",
    text,
    key: text,
    isCharacter: true,
    nodes,
    level: "in-run",
    look,
    wrappers: [],
    changes: [],
    swallowed: [],
    stories: [],
  };
  return token("word", text, { kind: "atom", piece, markers: [] });
}

function token(kind: Token["kind"], text: string, source: TokenSource): Token {
  return { kind, text, wording: kind === "mark" ? "¶" : text, format: "", stories: [], source };
}

/** In the order of CT_RPr (ECMA-376 Part 1, 17.3.2.28). */
function lookOf(emphasis: Emphasis, beside: XmlElement | null): Look {
  const kept = (...names: string[]): XmlElement[] => names.flatMap((name) => beside?.child(name) ?? []);
  const signs = emphasis === "bold" ? ["w:b", "w:bCs"] : emphasis === "italic" ? ["w:i", "w:iCs"] : [];
  const properties = [...kept("w:rFonts"), ...signs.map((name) => element(name)), ...kept("w:sz", "w:szCs")];
  return { now: properties.length === 0 ? null : element("w:rPr", {}, properties), nowKey: "", former: null };
}
