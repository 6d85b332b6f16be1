import type { Story } from "../../model/text.ts";
import type { PartName } from "../../ooxml/part-names.ts";
import type { Look, Wrapper } from "../../ooxml/pieces.ts";
import { writeXml, type XmlElement } from "../../ooxml/xml.ts";
import { partOfStory } from "./imports.ts";
import { type OutputWrapper, startTag } from "./inline-writer.ts";
import type { OtherLook } from "./markup.ts";
import { type WrittenLook, writeRunProperties } from "./properties.ts";
import { lookAt, lookOf } from "./proposed-looks.ts";
import type { Source, WritingContext } from "./writing-context.ts";

/** Writes how tokens of one story look, and what stands around them, as it must stand in the file that is made. */
export class LookWriter {
  readonly base: Source;
  readonly #context: WritingContext;
  readonly #story: Story;
  readonly #target: PartName;

  constructor(story: Story, target: PartName, base: Source, context: WritingContext) {
    this.base = base;
    this.#context = context;
    this.#story = story;
    this.#target = target;
  }

  /** Where the insertions of a delegation come from. */
  sourceOf(code: string): Source {
    const file = this.#context.fileOf(code);
    return { file, part: partOfStory(file, this.#story.id, this.#story.kind) };
  }

  sourceOfLook({ by, isBase }: OtherLook): Source {
    return isBase ? this.base : this.sourceOf(by.codes[0] as string);
  }

  /** An element of the source, fit for the file that is made; `null` stays `null`. */
  bring<Node extends XmlElement | null>(node: Node, { file, part }: Source): Node {
    return node === null || file === null
      ? node
      : (this.#context.imports.bring(node, file, part, this.#target) as Node);
  }

  /** A look of the source, with the first proposed look in its place if there is one. */
  look(look: Look, source: Source, looks: readonly OtherLook[]): WrittenLook {
    const other = looks[0];
    const proposed = other === undefined ? null : lookOf(other.token);
    if (other === undefined || proposed === null) return { now: this.bring(look.now, source), change: null };
    return { now: this.bring(proposed.now, this.sourceOfLook(other)), change: { former: look.now, by: other.by } };
  }

  /** The properties of the run that holds character `at` of a word. */
  runProperties(look: Look, source: Source, looks: readonly OtherLook[], at: number): string {
    const other = looks[0];
    const proposed = other === undefined ? null : (lookAt(other.token, at)?.look ?? lookOf(other.token));
    const written: WrittenLook =
      proposed === null || other === undefined || proposed.nowKey === look.nowKey
        ? { now: this.bring(look.now, source), change: null }
        : { now: this.bring(proposed.now, this.sourceOfLook(other)), change: { former: look.now, by: other.by } };
    return writeRunProperties(written, this.#context.tags);
  }

  wrappers(wrappers: readonly Wrapper[], source: Source): OutputWrapper[] {
    return wrappers.flatMap((wrapper): OutputWrapper[] => {
      const { element, before, after, changes } = wrapper;
      // A control that the delegation takes away is not part of what it proposes.
      if (changes.some(({ kind }) => kind === "deleted")) return [];
      const bring = (nodes: readonly XmlElement[]): string =>
        nodes.map((node) => writeXml(this.bring(node, source))).join("");
      if (element === null) return [{ wrapper, open: bring(before), close: bring(after) }];
      if (element.name === "w:sdt") {
        const properties = bring(element.elements().filter(({ name }) => name !== "w:sdtContent"));
        return [{ wrapper, open: `<w:sdt>${properties}<w:sdtContent>`, close: "</w:sdtContent></w:sdt>" }];
      }
      const own = this.bring(element.withChildren([]), source);
      const supporting = element.elements().filter(({ name }) => name === "w:smartTagPr" || name === "w:customXmlPr");
      return [{ wrapper, open: startTag(own) + bring(supporting), close: `</${own.name}>` }];
    });
  }
}
