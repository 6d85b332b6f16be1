import { extensionOf, type PartName, partKey, partName } from "./part-names.ts";
import { element, writeXml, type XmlElement } from "./xml.ts";

/** What each part is, as `[Content_Types].xml` says (ECMA-376 Part 2, 6.2.3.3). Immutable. */
export class ContentTypes {
  /** By extension, in lower case and without the dot. */
  readonly #defaults: ReadonlyMap<string, string>;
  /** By the part's key. */
  readonly #overrides: ReadonlyMap<string, Override>;

  constructor(defaults: ReadonlyMap<string, string>, overrides: ReadonlyMap<string, Override>) {
    this.#defaults = defaults;
    this.#overrides = overrides;
  }

  /** The part's own type, else that of its extension, else `null`. */
  of(part: PartName): string | null {
    return this.#overrides.get(partKey(part))?.type ?? this.#defaults.get(extensionOf(part)) ?? null;
  }

  /** The same with `part` of this type. */
  with(part: PartName, type: string): ContentTypes {
    if (this.of(part) === type) return this;
    const overrides = new Map(this.#overrides);
    overrides.set(partKey(part), { part, type });
    return new ContentTypes(this.#defaults, overrides);
  }

  /** The same without a word on `part`; the type of its extension stays. */
  without(part: PartName): ContentTypes {
    if (!this.#overrides.has(partKey(part))) return this;
    const overrides = new Map(this.#overrides);
    overrides.delete(partKey(part));
    return new ContentTypes(this.#defaults, overrides);
  }

  /** The same with a type for all parts of an extension that have none of their own. */
  withDefault(extension: string, type: string): ContentTypes {
    return new ContentTypes(new Map([...this.#defaults, [extension, type]]), this.#overrides);
  }

  /** The same without the types of extensions that `isUnwanted` picks. */
  withoutDefaults(isUnwanted: (type: string) => boolean): ContentTypes {
    const kept = [...this.#defaults].filter(([, type]) => !isUnwanted(type));
    return kept.length === this.#defaults.size ? this : new ContentTypes(new Map(kept), this.#overrides);
  }

  /** As the text of `[Content_Types].xml`. */
  write(): string {
    const types = [
      ...[...this.#defaults].map(([extension, type]) =>
        element("Default", { Extension: extension, ContentType: type }),
      ),
      ...[...this.#overrides.values()].map(({ part, type }) =>
        element("Override", { PartName: part, ContentType: type }),
      ),
    ];
    return XML_DECLARATION + writeXml(element("Types", { xmlns: NAMESPACE }, types));
  }
}

interface Override {
  readonly part: PartName;
  readonly type: string;
}

/** The line that Word puts before the root of every part. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

const NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types";

/** Reads the root of `[Content_Types].xml`. Of two lines on the same part or extension the first holds. */
export function readContentTypes(root: XmlElement): ContentTypes {
  const defaults = new Map<string, string>();
  const overrides = new Map<string, Override>();
  for (const line of root.elements()) {
    const type = line.attribute("ContentType");
    const extension = line.attribute("Extension")?.toLowerCase() ?? null;
    const part = line.attribute("PartName");
    if (type === null) continue;
    if (part !== null) {
      if (!overrides.has(partKey(part))) overrides.set(partKey(part), { part: partName(part), type });
    } else if (extension !== null && !defaults.has(extension)) defaults.set(extension, type);
  }
  return new ContentTypes(defaults, overrides);
}
