import type { WordFile } from "./word-file.ts";
import type { XmlElement } from "./xml.ts";

/** A comment as the file holds it (ECMA-376 Part 1, 17.13.4.2), with its place in a thread (MS-DOCX, 2.5.27). */
export interface FileComment {
  /** w:id: what the ranges in the text refer to. */
  readonly id: string;
  readonly author: string;
  readonly initials: string;
  readonly date: string | null;
  readonly paragraphs: readonly string[];
  /** w:id of the comment that this one answers, or `null`. */
  readonly parent: string | null;
  readonly resolved: boolean;
  readonly element: XmlElement;
}

/** All comments of a file in its order; a file without comments gives none. Of two with one id the first counts. */
export function readComments(file: WordFile): FileComment[] {
  const part = file.partOfType("comments");
  if (part === null) return [];
  const threads = readThreads(file);
  const elements = file.rootOf(part).elements("w:comment");
  const idOfParagraph = new Map<string, string>();
  for (const node of elements) {
    for (const paragraph of node.elements("w:p")) {
      const paragraphId = paragraph.attribute("w14:paraId");
      if (paragraphId !== null) idOfParagraph.set(paragraphId.toUpperCase(), node.attribute("w:id") ?? "");
    }
  }
  const seen = new Set<string>();
  const comments: FileComment[] = [];
  for (const node of elements) {
    const id = node.attribute("w:id") ?? "";
    if (seen.has(id)) continue;
    seen.add(id);
    // A thread is told by the id of the comment's last paragraph.
    const last = node.elements("w:p").at(-1)?.attribute("w14:paraId")?.toUpperCase() ?? "";
    const thread = threads.get(last);
    const parent = idOfParagraph.get(thread?.parent ?? "") ?? null;
    comments.push({
      id,
      author: node.attribute("w:author") ?? "",
      initials: node.attribute("w:initials") ?? "",
      date: node.attribute("w:date"),
      paragraphs: node.elements("w:p").map(plainText),
      parent: parent === id ? null : parent,
      resolved: thread?.resolved ?? false,
      element: node,
    });
  }
  return comments;
}

interface Thread {
  readonly parent: string | null;
  readonly resolved: boolean;
}

function readThreads(file: WordFile): Map<string, Thread> {
  const threads = new Map<string, Thread>();
  const part = file.partOfType("commentsExtended");
  if (part === null) return threads;
  for (const node of file.rootOf(part).elements("w15:commentEx")) {
    const done = node.attribute("w15:done");
    threads.set((node.attribute("w15:paraId") ?? "").toUpperCase(), {
      parent: node.attribute("w15:paraIdParent")?.toUpperCase() ?? null,
      resolved: done === "1" || done === "true" || done === "on",
    });
  }
  return threads;
}

/** What a reader sees of a comment's paragraph, changes tracked in it accepted. */
function plainText(node: XmlElement): string {
  let text = "";
  for (const child of node.elements()) {
    if (child.name === "w:t") text += child.text();
    else if (child.name === "w:tab") text += "\t";
    else if (child.name === "w:br" || child.name === "w:cr") text += "\n";
    else if (child.name !== "w:del" && child.name !== "w:moveFrom") text += plainText(child);
  }
  return text;
}
