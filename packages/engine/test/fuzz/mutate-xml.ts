import type { Random } from "../../../../fixtures/generated/random.ts";
import { elementsOf, type Span, valuesOf } from "./elements.ts";

/** What was done to a text, and what came of it. */
export interface Mutated {
  readonly xml: string;
  /** For the person who looks at a failure. */
  readonly what: string;
}

/** Changes the text of an XML part in one way. Most results are well-formed still, and so get past the XML reader. */
export function mutateXml(xml: string, random: Random): Mutated {
  const mutation = random.pick(MUTATIONS);
  return mutation(xml, random);
}

type Mutation = (xml: string, random: Random) => Mutated;

const deletion: Mutation = (xml, random) =>
  onElement(xml, random, ({ name, from, to }) => ({
    xml: xml.slice(0, from) + xml.slice(to),
    what: `deletes ${name}`,
  }));

const unwrapping: Mutation = (xml, random) =>
  onElement(xml, random, ({ name, from, innerFrom, innerTo, to }) => ({
    xml: xml.slice(0, from) + xml.slice(innerFrom, innerTo) + xml.slice(to),
    what: `unwraps ${name}`,
  }));

const duplication: Mutation = (xml, random) =>
  onElement(xml, random, ({ name, from, to }) => ({
    xml: xml.slice(0, to) + xml.slice(from, to).repeat(random.chance(1 / 8) ? 30 : 1) + xml.slice(to),
    what: `repeats ${name}`,
  }));

const swap: Mutation = (xml, random) =>
  onElement(xml, random, (one, all) => {
    const others = all.filter(({ from, to }) => to <= one.from || one.to <= from);
    if (others.length === 0) return { xml, what: "swaps nothing" };
    const other = random.pick(others);
    const [first, second] = one.from < other.from ? [one, other] : [other, one];
    return {
      xml:
        xml.slice(0, first.from)
        + xml.slice(second.from, second.to)
        + xml.slice(first.to, second.from)
        + xml.slice(first.from, first.to)
        + xml.slice(second.to),
      what: `swaps ${first.name} and ${second.name}`,
    };
  });

const move: Mutation = (xml, random) =>
  onElement(xml, random, (one, all) => {
    const outside = all.filter(({ from, to }) => to <= one.from || one.to <= from);
    if (outside.length === 0) return { xml, what: "moves nothing" };
    const goal = random.pick(outside);
    const [at, where] = random.pick([
      [goal.from, "before"],
      [goal.innerTo, "into"],
      [goal.to, "behind"],
    ] as const);
    const moved = xml.slice(one.from, one.to);
    const result =
      at <= one.from
        ? xml.slice(0, at) + moved + xml.slice(at, one.from) + xml.slice(one.to)
        : xml.slice(0, one.from) + xml.slice(one.to, at) + moved + xml.slice(at);
    return { xml: result, what: `moves ${one.name} ${where} ${goal.name}` };
  });

const renaming: Mutation = (xml, random) =>
  onElement(xml, random, ({ name, from, innerTo, to }, all) => {
    const fresh = random.pick([
      ...all.map((other) => other.name),
      "w:unheardOf",
      "w:del",
      "w:ins",
      "w:p",
      "w:r",
      "w:tbl",
    ]);
    const end = innerTo === to ? "" : `</${fresh}>`;
    return {
      xml: `${xml.slice(0, from)}<${fresh}${xml.slice(from + 1 + name.length, innerTo)}${end}${xml.slice(to)}`,
      what: `calls ${name} ${fresh}`,
    };
  });

const wrapping: Mutation = (xml, random) =>
  onElement(xml, random, ({ name, from, to }) => {
    const [open, close] = random.pick(WRAPPERS);
    const times = random.chance(1 / 10) ? 40 : 1;
    return {
      xml: xml.slice(0, from) + open.repeat(times) + xml.slice(from, to) + close.repeat(times) + xml.slice(to),
      what: `wraps ${name} in ${open} ${times} times`,
    };
  });

const insertion: Mutation = (xml, random) =>
  onElement(xml, random, ({ name, from, innerTo, to }) => {
    const stray = random.pick(STRAYS);
    const at = random.pick([from, innerTo, to]);
    return { xml: xml.slice(0, at) + stray + xml.slice(at), what: `puts ${stray} at ${at}, beside ${name}` };
  });

const attribute: Mutation = (xml, random) => {
  const values = valuesOf(xml);
  if (values.length === 0) return { xml, what: "no attribute to change" };
  const { name, from, to } = random.pick(values);
  const alike = values.filter((one) => one.name === name);
  const other = random.pick(alike);
  const value = random.pick([...ODD_VALUES, xml.slice(other.from, other.to), xml.slice(other.from, other.to)]);
  return {
    xml: xml.slice(0, from) + value + xml.slice(to),
    what: `${name}="${xml.slice(from, to)}" becomes ${value.slice(0, 40)}`,
  };
};

const attributeDeletion: Mutation = (xml, random) => {
  const values = valuesOf(xml);
  if (values.length === 0) return { xml, what: "no attribute to delete" };
  const { name, from, to } = random.pick(values);
  return { xml: xml.slice(0, from - name.length - 2) + xml.slice(to + 1), what: `deletes an attribute ${name}` };
};

const wording: Mutation = (xml, random) => {
  const texts = [...xml.matchAll(/>([^<]+)</g)];
  if (texts.length === 0) return { xml, what: "no text to change" };
  const { 1: old = "", index } = random.pick(texts);
  const odd = random.pick(ODD_TEXTS);
  const cut = random.below(old.length + 1);
  const fresh = random.pick([odd, old.slice(0, cut) + odd + old.slice(cut)]);
  return {
    xml: xml.slice(0, index + 1) + fresh + xml.slice(index + 1 + old.length),
    what: `writes ${JSON.stringify(odd.slice(0, 40))}`,
  };
};

const truncation: Mutation = (xml, random) => {
  const at = random.below(xml.length + 1);
  return { xml: xml.slice(0, at), what: `ends after ${at} characters` };
};

const scribble: Mutation = (xml, random) => {
  const at = random.below(xml.length + 1);
  const sign = random.pick([
    "<",
    ">",
    "&",
    '"',
    "/",
    "\u0000",
    "]]>",
    "<!--",
    "<?x",
    "<![CDATA[",
    "&#0;",
    "&x;",
    " ",
    ":",
    "=",
  ]);
  return {
    xml: xml.slice(0, at) + sign + xml.slice(at + 1),
    what: `writes ${JSON.stringify(sign)} over character ${at}`,
  };
};

/** What breaks the rules of XML is told at once, and tests little: it comes once. */
const MUTATIONS: readonly Mutation[] = [
  deletion,
  deletion,
  unwrapping,
  unwrapping,
  duplication,
  duplication,
  swap,
  swap,
  move,
  move,
  renaming,
  wrapping,
  wrapping,
  insertion,
  insertion,
  attribute,
  attribute,
  attributeDeletion,
  wording,
  wording,
  truncation,
  scribble,
];

const BY = 'w:id="901" w:author="XZZ" w:date="2026-01-01T00:00:00Z"';

const WRAPPERS: readonly (readonly [open: string, close: string])[] = [
  [`<w:ins ${BY}>`, "</w:ins>"],
  [`<w:del ${BY}>`, "</w:del>"],
  [`<w:moveTo ${BY}>`, "</w:moveTo>"],
  ["<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"],
  ['<w:hyperlink w:anchor="there">', "</w:hyperlink>"],
  ["<w:fldSimple w:instr='DATE'>", "</w:fldSimple>"],
  ["<w:p>", "</w:p>"],
  ["<w:r>", "</w:r>"],
  ["<w:p><w:r>", "</w:r></w:p>"],
  ["<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"],
  ["<w:txbxContent>", "</w:txbxContent>"],
];

const STRAYS: readonly string[] = [
  '<w:moveFromRangeStart w:id="902" w:author="XZZ" w:name="m"/>',
  '<w:moveFromRangeEnd w:id="902"/>',
  '<w:moveToRangeStart w:id="903" w:author="XZZ" w:name="m"/>',
  '<w:commentRangeStart w:id="0"/>',
  '<w:commentRangeEnd w:id="0"/>',
  '<w:r><w:commentReference w:id="0"/></w:r>',
  '<w:bookmarkStart w:id="1" w:name="b"/>',
  '<w:bookmarkEnd w:id="1"/>',
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
  '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  '<w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>',
  '<w:r><w:footnoteReference w:id="1"/></w:r>',
  '<w:r><w:endnoteReference w:id="77"/></w:r>',
  `<w:customXmlInsRangeStart ${BY}/>`,
  '<w:customXmlInsRangeEnd w:id="901"/>',
  `<w:customXmlDelRangeStart ${BY}/>`,
  "<w:altChunk/>",
  "<w:sectPr/>",
  "<w:p/>",
  "<w:tbl/>",
  "<w:tr/>",
  "<w:tc/>",
  "<w:sdt/>",
  "<w:sdt><w:sdtContent/></w:sdt>",
  "<w:r><w:t/></w:r>",
  "<w:r><w:tab/></w:r>",
  "<w:t>words</w:t>",
  "words",
  "<w:unheardOf/>",
  `<w:ins ${BY}/>`,
  `<w:del ${BY}/>`,
  `<w:rPr><w:ins ${BY}/></w:rPr>`,
  `<w:pPr><w:rPr><w:del ${BY}/></w:rPr></w:pPr>`,
  `<w:pPr><w:rPr><w:ins ${BY}/></w:rPr></w:pPr>`,
  `<w:trPr><w:del ${BY}/></w:trPr>`,
  `<w:tcPr><w:cellIns ${BY}/></w:tcPr>`,
  `<w:pPrChange ${BY}><w:pPr/></w:pPrChange>`,
  `<w:rPrChange ${BY}><w:rPr><w:b/></w:rPr></w:rPrChange>`,
  "<!-- a comment -->",
  "<?an instruction?>",
  "<![CDATA[words]]>",
  "<w:footnotePr/>",
  '<w:gridSpan w:val="-3"/>',
];

const ODD_VALUES: readonly string[] = [
  "",
  "-1",
  "0",
  "1",
  "9999999999999",
  "1e9",
  "NaN",
  "true",
  "yesterday",
  "2026-13-45T99:99:99Z",
  "XAA; XBB",
  " ",
  "; ",
  "\u202e\u0645",
  "\ud83d\ude00",
  "constructor",
  "__proto__",
  "&quot;&gt;&lt;&amp;",
  "&#10;&#13;&#9;",
  "../../x.xml",
  "/",
  "#",
  "%",
  "rId1",
  "x".repeat(5000),
];

const ODD_TEXTS: readonly string[] = [
  "",
  " ",
  "\u00a0",
  "\u200b\u200d\ufeff",
  "e\u0301\u0302\u0303",
  "\ud83d\udc69\u200d\ud83d\ude80",
  "\u202eabc\u202c",
  "\u2028\u2029",
  "\u0645\u0631\u062d\u0628\u0627",
  "\u6f22\u5b57",
  "\u0085",
  "&amp;lt;",
  "&#x1F600;",
  "&#xD;",
  "\r\n",
  "\t",
  "$&$1",
  "]]&gt;",
  "a\u0000b",
  "&#1;",
  "]]>",
  "{}[]|=>",
  "word ".repeat(400),
  "x".repeat(20_000),
];

function onElement(xml: string, random: Random, mutate: (one: Span, all: readonly Span[]) => Mutated): Mutated {
  const all = elementsOf(xml);
  return all.length === 0 ? { xml, what: "no element" } : mutate(random.pick(all), all);
}
