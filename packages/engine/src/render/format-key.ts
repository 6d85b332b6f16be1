/** The look of the characters `from` to `to` (UTF-16, half-open) of a token. */
export interface LookStretch {
  readonly from: number;
  /** `Infinity` where the look goes on to the end of the token. */
  readonly to: number;
  readonly look: Look;
}

/**
 * Properties by name, each with its value: `"w:b"` with `"on"`, `"w:pStyle"` with `"Heading2"`, `"w:u"` with what stands
 * between `<w:u` and its end. What wraps the words is a property too: `"hyperlink"` with its target.
 */
export type Look = ReadonlyMap<string, string>;

/**
 * Takes `Token.format` apart. A word that looks the same throughout has one stretch; otherwise the key tells stretches
 * with their lengths, `"4:<w:b on>|2:"`. What the key holds in a form unknown here is one property, named by its text.
 */
export function readFormatKey(format: string): readonly LookStretch[] {
  if (!/^\d+:/.test(format)) return [{ from: 0, to: Number.POSITIVE_INFINITY, look: readLook(format) }];
  let from = 0;
  return format.split(/\|(?=\d+:)/).map((part) => {
    const colon = part.indexOf(":");
    const stretch = { from, to: from + Number(part.slice(0, colon)), look: readLook(part.slice(colon + 1)) };
    from = stretch.to;
    return stretch;
  });
}

function readLook(key: string): Look {
  const look = new Map<string, string>();
  for (let at = 0; at < key.length; ) {
    const end = key[at] === "{" ? endOfWrapper(key, at) : endOfProperty(key, at);
    const item = key.slice(at, end);
    const [, name, value] = /^[<{]([^\s<>{}/]+)\s*(.*?)\/?[>}]$/s.exec(item) ?? [item, item, ""];
    look.set(name as string, value as string);
    at = end;
  }
  return look;
}

function endOfWrapper(key: string, from: number): number {
  let depth = 0;
  for (let at = from; at < key.length; at++) {
    if (key[at] === "{") depth++;
    else if (key[at] === "}" && --depth === 0) return at + 1;
  }
  return key.length;
}

/** `<w:b on>`, `<w:u w:val="single"/>`, or an element with others inside and a closing tag. */
function endOfProperty(key: string, from: number): number {
  const name = /^<([^\s<>/]+)/.exec(key.slice(from))?.[1];
  const end = key.indexOf(">", from) + 1;
  if (name === undefined || end === 0) return key.length;
  const closing = `</${name}>`;
  const close = key[end - 2] === "/" ? -1 : key.indexOf(closing, end);
  return close < 0 ? end : close + closing.length;
}
