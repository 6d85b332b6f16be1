import { isOn, lookKey } from "./look.ts";
import { levelOf, type Style, type Styles } from "./styles.ts";
import type { XmlElement } from "./xml.ts";

/** One level of a list (ECMA-376 Part 1, 17.9.6). */
export interface NumberLevel {
  /** The first number; 0 if the file gives none (17.9.25). */
  readonly start: number;
  /** As `formatNumber` takes it. */
  readonly format: string;
  /** With `%1` to `%9` for the numbers of the levels (17.9.11). */
  readonly text: string;
  /**
   * The level restarts whenever a level before this one, counted from 1, or that one itself is used (17.9.10). 0 for a
   * level that never restarts; as many as levels before it if the file says nothing.
   */
  readonly restart: number;
  /** All numbers in decimal, whatever their own format (17.9.4). A leading zero stays, as in Word's "Section 1.01". */
  readonly legal: boolean;
  readonly suffix: "tab" | "space" | "nothing";
  /** The id of the paragraph style that this level belongs to (17.9.23), or `null`. */
  readonly style: string | null;
  /** The text is in a font of signs such as Wingdings, where letters are not letters, or the bullet is a picture. */
  readonly signs: boolean;
  /** The number is there and counts, but nobody sees it. */
  readonly hidden: boolean;
  /** Equal for two levels exactly if their numbers are set alike: font, indent, alignment. */
  readonly look: string;
}

/** A numbering definition instance (17.9.15), which paragraphs refer to, with the levels that it comes to. */
export interface NumberedList {
  readonly numId: string;
  /** Lists with the same abstract definition count on from each other. */
  readonly abstractId: string;
  /** Nine; `null` for a level that is not defined. */
  readonly levels: readonly (NumberLevel | null)[];
  /** Nine; the number from which this list begins anew on a level (17.9.26), or `null`. */
  readonly startOverrides: readonly (number | null)[];
}

/** Where a paragraph stands in a list. */
export interface NumberPosition {
  readonly list: NumberedList;
  /** 0 to 8. */
  readonly level: number;
}

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Reads the part `word/numbering.xml`; no part gives no lists. Of two lists with one id the first counts. */
export function readNumbering(root: XmlElement | null, styles: Styles): Numbering {
  const abstracts = new Map<string, XmlElement>();
  for (const abstract of root?.elements("w:abstractNum") ?? []) {
    const id = abstract.attribute("w:abstractNumId");
    if (id !== null && !abstracts.has(id)) abstracts.set(id, abstract);
  }
  const nums = new Map<string, XmlElement>();
  for (const num of root?.elements("w:num") ?? []) {
    const id = num.attribute("w:numId");
    if (id !== null && !nums.has(id)) nums.set(id, num);
  }
  const lists = new Map<string, NumberedList>();
  for (const [numId, num] of nums) {
    const abstractId = definitionOf(num, abstracts, nums, styles);
    if (abstractId !== null) lists.set(numId, readList(numId, num, abstractId, abstracts));
  }
  return new Numbering(lists, styles);
}

export class Numbering {
  /** By w:numId, in the order of the file. */
  readonly lists: ReadonlyMap<string, NumberedList>;
  readonly #styles: Styles;
  readonly #signatures = new Map<string, string>();

  constructor(lists: ReadonlyMap<string, NumberedList>, styles: Styles) {
    this.lists = lists;
    this.#styles = styles;
  }

  /**
   * The list and level of a paragraph, from its own properties or else its style's; `null` for one without a number. A
   * style's level is the one that names the style, whatever the style says (17.9.23).
   */
  positionOf(pPr: XmlElement | null): NumberPosition | null {
    const style = this.#styles.ofParagraph(pPr);
    const own = pPr?.child("w:numPr") ?? null;
    const numId = own?.child("w:numId")?.attribute("w:val") ?? style?.numPr?.numId ?? null;
    const list = numId === null ? undefined : this.lists.get(numId);
    if (list === undefined || numId === "0") return null;
    return { list, level: levelOf(own?.child("w:ilvl") ?? null) ?? this.#levelByStyle(style, list) };
  }

  /**
   * Equal for two lists, of one file or of two, exactly if they number alike: the same levels with the same look, and
   * the same new beginnings. `""` for an unknown id.
   */
  signatureOf(numId: string): string {
    const known = this.#signatures.get(numId);
    if (known !== undefined) return known;
    const list = this.lists.get(numId);
    if (list === undefined) return "";
    const levels = list.levels.map((level) => level && this.#levelSignature(level));
    const signature = JSON.stringify([list.startOverrides, levels]);
    this.#signatures.set(numId, signature);
    return signature;
  }

  #levelByStyle(style: Style | null, list: NumberedList): number {
    for (const { id, pPr } of this.#styles.lineage(style?.id ?? null)) {
      const linked = list.levels.findIndex((one) => one?.style === id);
      const level = linked >= 0 ? linked : levelOf(pPr?.child("w:numPr")?.child("w:ilvl") ?? null);
      if (level !== null) return level;
    }
    return 0;
  }

  /** The style by its name: ids differ between files. */
  #levelSignature(level: NumberLevel): NumberLevel {
    const named = this.#styles.all.get(level.style ?? "");
    const style = named === undefined ? level.style : named.name.toLowerCase();
    return { ...level, style };
  }
}

/**
 * From a list of one file to a list of another that numbers alike: the same id if it does, else the first with the same
 * signature that no other list has taken yet, so that lists which count apart stay apart while there are enough of
 * them. `null` where there is none. `"0"`, no numbering, stays `"0"`.
 */
export function mapNumbering(from: Numbering, to: Numbering): (numId: string) => string | null {
  const known = new Map<string, string>([["0", "0"]]);
  const candidates = new Map<string, string[]>();
  for (const numId of to.lists.keys()) {
    const signature = to.signatureOf(numId);
    candidates.set(signature, [...(candidates.get(signature) ?? []), numId]);
  }
  for (const numId of from.lists.keys()) {
    if (to.lists.has(numId) && from.signatureOf(numId) === to.signatureOf(numId)) known.set(numId, numId);
  }
  const taken = new Set(known.values());
  for (const numId of from.lists.keys()) {
    const alike = candidates.get(from.signatureOf(numId)) ?? [];
    const choice = alike.find((candidate) => !taken.has(candidate)) ?? alike[0];
    if (known.has(numId) || choice === undefined) continue;
    known.set(numId, choice);
    taken.add(choice);
  }
  return (numId) => known.get(numId) ?? null;
}

/** The abstract definition of a list; one that only names a numbering style (17.9.21) leads on to that style's. */
function definitionOf(
  num: XmlElement,
  abstracts: ReadonlyMap<string, XmlElement>,
  nums: ReadonlyMap<string, XmlElement>,
  styles: Styles,
): string | null {
  const passed = new Set<string>();
  for (let next: XmlElement | undefined = num; next !== undefined; ) {
    const id: string = next.child("w:abstractNumId")?.attribute("w:val") ?? "";
    const abstract = abstracts.get(id);
    if (abstract === undefined) break;
    passed.add(id);
    const link = abstract.child("w:numStyleLink")?.attribute("w:val") ?? null;
    if (link === null) return id;
    next = nums.get(styles.all.get(link)?.numPr?.numId ?? "");
    if (next === undefined || passed.has(next.child("w:abstractNumId")?.attribute("w:val") ?? "")) {
      return linkedFrom(link, abstracts) ?? id;
    }
  }
  return passed.values().next().value ?? null;
}

/** The definition that says that it is the one of a numbering style (17.9.27). */
function linkedFrom(style: string, abstracts: ReadonlyMap<string, XmlElement>): string | null {
  for (const [id, abstract] of abstracts) {
    if (abstract.child("w:styleLink")?.attribute("w:val") === style) return id;
  }
  return null;
}

function readList(
  numId: string,
  num: XmlElement,
  abstractId: string,
  abstracts: ReadonlyMap<string, XmlElement>,
): NumberedList {
  const defined = byLevel(abstracts.get(abstractId)?.elements("w:lvl") ?? []);
  const overrides = byLevel(num.elements("w:lvlOverride"));
  return {
    numId,
    abstractId,
    levels: LEVELS.map((level) => {
      const lvl = overrides.get(level)?.child("w:lvl") ?? defined.get(level);
      return lvl === undefined ? null : readLevel(lvl, level);
    }),
    startOverrides: LEVELS.map((level) => integer(overrides.get(level)?.child("w:startOverride") ?? null)),
  };
}

function byLevel(elements: readonly XmlElement[]): Map<number, XmlElement> {
  return new Map(elements.map((element) => [Number(element.attribute("w:ilvl") ?? -1), element]));
}

function readLevel(lvl: XmlElement, level: number): NumberLevel {
  const restart = integer(lvl.child("w:lvlRestart"));
  const rPr = lvl.child("w:rPr");
  const picture = lvl.child("w:lvlPicBulletId") !== null;
  const suffix = lvl.child("w:suff")?.attribute("w:val");
  return {
    start: integer(lvl.child("w:start")) ?? 0,
    format: formatOf(lvl),
    text: lvl.child("w:lvlText")?.attribute("w:val") ?? "",
    restart: restart === null || restart < 0 || restart > level ? level : restart,
    legal: isSet(lvl.child("w:isLgl")),
    suffix: suffix === "space" || suffix === "nothing" ? suffix : "tab",
    style: lvl.child("w:pStyle")?.attribute("w:val") ?? null,
    signs: picture || fontOfSigns(rPr),
    hidden: isSet(rPr?.child("w:vanish") ?? null),
    look: JSON.stringify([
      picture,
      lvl.child("w:lvlJc")?.attribute("w:val") ?? "start",
      ...["w:pPr", "w:rPr"].map((name) => {
        const properties = lvl.child(name);
        return properties === null ? "" : lookKey(properties, AS_THEY_ARE);
      }),
    ]),
  };
}

/** Properties of a level name no lists, and a style so rarely that it may count as another look. */
const AS_THEY_ARE = { style: (id: string) => id, number: (id: string) => id };

/** Word puts a custom format into a choice for newer versions beside a plain one for older ones. */
function formatOf(lvl: XmlElement): string {
  const choice = lvl.child("mc:AlternateContent")?.child("mc:Choice")?.child("w:numFmt");
  const numFmt = choice ?? lvl.child("w:numFmt");
  const value = numFmt?.attribute("w:val") ?? "decimal";
  return value === "custom" ? (numFmt?.attribute("w:format") ?? "decimal") : value;
}

function fontOfSigns(rPr: XmlElement | null): boolean {
  const fonts = rPr?.child("w:rFonts");
  return /^(symbol|wingdings|webdings)/i.test(fonts?.attribute("w:ascii") ?? fonts?.attribute("w:hAnsi") ?? "");
}

function isSet(toggle: XmlElement | null): boolean {
  return toggle !== null && isOn(toggle);
}

function integer(element: XmlElement | null): number | null {
  const value = element?.attribute("w:val") ?? "";
  return /^-?\d+$/.test(value) ? Number(value) : null;
}
