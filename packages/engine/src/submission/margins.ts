import type { PartName } from "../ooxml/part-names.ts";
import type { WordFile } from "../ooxml/word-file.ts";
import type { XmlElement } from "../ooxml/xml.ts";

/** A header or footer of one section. */
export interface Margin {
  /** Section from 0, kind and type: `"0 header default"`. */
  readonly key: string;
  readonly kind: "header" | "footer";
  readonly part: PartName;
}

/**
 * The headers and footers of a body in the order of its sections (ECMA-376 Part 1, 17.10.5 and 17.10.2). A section that
 * names none has that of the section before and is not listed.
 */
export function readMargins(file: WordFile, sections: readonly XmlElement[]): Margin[] {
  const main = file.package.mainPart;
  const relationships = file.package.relationshipsOf(main);
  return sections.flatMap((section, i) =>
    section.elements().flatMap((node): Margin[] => {
      const kind = node.name === "w:headerReference" ? "header" : node.name === "w:footerReference" ? "footer" : null;
      if (kind === null) return [];
      const target = relationships.find(
        ({ id, type, external }) => id === node.attribute("r:id") && type === kind && !external,
      )?.target;
      if (target === undefined || !file.package.has(target)) return [];
      return [{ key: `${i} ${kind} ${node.attribute("w:type") ?? "default"}`, kind, part: target }];
    }),
  );
}
