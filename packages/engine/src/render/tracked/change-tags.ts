import { escapeAttribute } from "../../ooxml/xml.ts";
import type { Authors } from "./authors.ts";

/** Numbers and opens the elements that record tracked changes. */
export class ChangeTags {
  #next: number;

  /** `first` must be higher than every w:id of an annotation in the base. */
  constructor(first: number) {
    this.#next = first;
  }

  /** A number that no annotation of the file has yet. */
  id(): number {
    return this.#next++;
  }

  /** ` w:id="7" w:author="XAA; XBB" w:date="…"` (ECMA-376 Part 1, 17.13.1). */
  attributes({ author, date }: Authors, id: number = this.id()): string {
    const when = date === null ? "" : ` w:date="${escapeAttribute(date)}"`;
    return ` w:id="${id}" w:author="${escapeAttribute(author)}"${when}`;
  }

  /** An empty element such as `<w:ins … />`, as it stands in the properties of marks, rows and cells. */
  mark(name: string, by: Authors): string {
    return `<${name}${this.attributes(by)}/>`;
  }
}

/** For text and for attributes. A reader of XML takes a bare carriage return for a line feed, so it stands as a number. */
