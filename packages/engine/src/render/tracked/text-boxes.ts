import type { XmlElement, XmlNode } from "../../ooxml/xml.ts";

/**
 * An element of the base with new content in its text boxes, in order; `null` leaves a box as it is. A drawing and its
 * fallback for old programs hold the same boxes (mc:AlternateContent, ECMA-376 Part 3, 7.6): both get the new content.
 */
export function withTextBoxes(node: XmlElement, contents: readonly (string | null)[]): XmlElement {
  if (contents.every((content) => content === null)) return node;
  return replace(node, contents, { box: 0 });
}

function replace(node: XmlElement, contents: readonly (string | null)[], counter: { box: number }): XmlElement {
  if (node.name === "w:txbxContent") {
    const content = contents[counter.box++] ?? null;
    return content === null ? node : node.withChildren([{ kind: "other", raw: content }]);
  }
  const first = counter.box;
  const children: XmlNode[] = node.children.map((child) => {
    if (child.kind !== "element") return child;
    if (child.name === "mc:Fallback") counter.box = first;
    return replace(child, contents, counter);
  });
  return node.withChildren(children);
}
