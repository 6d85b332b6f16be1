import { type Identifiers, isOn, readLook } from "../ooxml/look.ts";
import type { Look } from "../ooxml/pieces.ts";
import { element, type XmlElement } from "../ooxml/xml.ts";
import type { Emphasis } from "./paragraph-proposal.ts";

/**
 * The look of a run with exactly this emphasis. What says so already stays as it is, so that a bold that is switched off
 * against a bold style stays switched off.
 */
export function withEmphasis(look: Look, emphasis: Emphasis, identifiers: Identifiers): Look {
  const before = look.now?.elements() ?? [];
  let properties: readonly XmlElement[] = before;
  for (const { sign, names, isShown, shown } of SIGNS) {
    if (properties.some(isShown) === emphasis.includes(sign)) continue;
    const others = properties.filter(({ name }) => !names.includes(name));
    properties = emphasis.includes(sign) ? inOrder([...others, ...shown]) : others;
  }
  if (properties === before) return look;
  return readLook(properties.length === 0 ? null : element("w:rPr", {}, properties), "w:rPrChange", identifiers);
}

interface Sign {
  readonly sign: string;
  /** What tells of it, for text of any script. */
  readonly names: readonly string[];
  readonly isShown: (property: XmlElement) => boolean;
  readonly shown: readonly XmlElement[];
}

const SIGNS: readonly Sign[] = [
  toggle("b", "w:b", ["w:b", "w:bCs"]),
  toggle("i", "w:i", ["w:i", "w:iCs"]),
  {
    sign: "u",
    names: ["w:u"],
    isShown: (property) => property.name === "w:u" && property.attribute("w:val") !== "none",
    shown: [element("w:u", { "w:val": "single" })],
  },
  { ...toggle("s", "w:strike", ["w:strike"]), names: ["w:strike", "w:dstrike"], isShown: isStruck },
];

function toggle(sign: string, name: string, shown: readonly string[]): Sign {
  return {
    sign,
    names: shown,
    isShown: (property) => property.name === name && isOn(property),
    shown: shown.map((each) => element(each)),
  };
}

function isStruck(property: XmlElement): boolean {
  return (property.name === "w:strike" || property.name === "w:dstrike") && isOn(property);
}

/** The order of CT_RPr (ECMA-376 Part 1, 17.3.2.28), as far as these have to find their place. */
const BEFORE_SIGNS: readonly string[] = ["w:rStyle", "w:rFonts"];
const SIGNS_FIRST: readonly string[] = ["w:b", "w:bCs", "w:i", "w:iCs", "w:caps", "w:smallCaps", "w:strike"];
const AFTER_UNDERLINE: ReadonlySet<string> = new Set([
  "w:effect",
  "w:bdr",
  "w:shd",
  "w:fitText",
  "w:vertAlign",
  "w:rtl",
  "w:cs",
  "w:em",
  "w:lang",
  "w:eastAsianLayout",
  "w:specVanish",
  "w:oMath",
]);

function inOrder(properties: readonly XmlElement[]): XmlElement[] {
  const first = [...BEFORE_SIGNS, ...SIGNS_FIRST];
  const rank = ({ name }: XmlElement): number => {
    if (first.includes(name)) return first.indexOf(name);
    if (name === "w:u") return first.length + 1;
    return AFTER_UNDERLINE.has(name) ? first.length + 2 : first.length;
  };
  return properties.toSorted((x, y) => rank(x) - rank(y));
}
