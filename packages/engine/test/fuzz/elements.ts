/** An element as a stretch of the text of a part. */
export interface Span {
  readonly name: string;
  readonly from: number;
  /** After the start tag, and before the end tag; both `to` for an empty element. */
  readonly innerFrom: number;
  readonly innerTo: number;
  readonly to: number;
}

/** All elements of a text that is well-formed, outermost first; of one that is not, those that are closed. */
export function elementsOf(xml: string): Span[] {
  const spans: Span[] = [];
  const open: { name: string; from: number; innerFrom: number }[] = [];
  for (const { 0: tag, 1: slash, 2: name = "", 3: empty, index } of xml.matchAll(TAG)) {
    const end = index + tag.length;
    if (empty === "/") spans.push({ name, from: index, innerFrom: end, innerTo: end, to: end });
    else if (slash === "") open.push({ name, from: index, innerFrom: end });
    else if (open.at(-1)?.name === name) {
      const { from, innerFrom } = open.pop() as (typeof open)[number];
      spans.push({ name, from, innerFrom, innerTo: index, to: end });
    }
  }
  return spans.sort((x, y) => x.from - y.from);
}

const TAG = /<(\/?)([\w:.-]+)(?:"[^"]*"|'[^']*'|[^<>"'/]|\/(?!>))*(\/?)>/g;

/** Value of an attribute, without its quotes, as a stretch of the text. */
export interface ValueSpan {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Declarations of namespaces are left out: without them a part is not well-formed, and that is soon told. */
export function valuesOf(xml: string): ValueSpan[] {
  return [...xml.matchAll(/\s([\w:.-]+)="([^"<]*)"/g)].flatMap(({ 0: whole, 1: name = "", 2: value = "", index }) => {
    const to = index + whole.length - 1;
    return name.startsWith("xmlns") ? [] : [{ name, from: to - value.length, to }];
  });
}
