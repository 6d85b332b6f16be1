import { element, type XmlElement, type XmlNode } from "./xml.ts";

/**
 * Accepts or rejects the changes tracked inside an element that the engine keeps whole: an equation, a field, a ruby
 * text. Whole stories are not resolved this way but viewed; see `view.ts`.
 */
export function resolveInside(node: XmlElement, verdict: "accept" | "reject"): XmlElement {
  if (firstChange(node) === null) return node;
  return node.withChildren(node.children.flatMap((child) => resolveChild(child, verdict)));
}

/** The first tracked change inside, or the element itself if it is one; `null` where nothing is tracked. */
export function firstChange(node: XmlElement): XmlElement | null {
  if (CHANGES.has(node.name)) return node;
  for (const child of node.elements()) {
    const found = firstChange(child);
    if (found !== null) return found;
  }
  return null;
}

const CHANGES: ReadonlySet<string> = new Set(["w:ins", "w:del", "w:moveTo", "w:moveFrom"]);

function resolveChild(child: XmlNode, verdict: "accept" | "reject"): XmlNode[] {
  if (child.kind !== "element") return [child];
  const isInsertion = child.name === "w:ins" || child.name === "w:moveTo";
  if (!CHANGES.has(child.name)) return [resolveInside(child, verdict)];
  if (isInsertion !== (verdict === "accept")) return [];
  const kept = child.children.flatMap((inner) => resolveChild(inner, verdict));
  return isInsertion ? kept : kept.map((inner) => (inner.kind === "element" ? undeleted(inner) : inner));
}

/** An element as it was before it was deleted: deleted text has element names of its own (ECMA-376 Part 1, 17.3.3.7 and 17.16.13). */
export function undeleted(node: XmlElement): XmlElement {
  const name = node.name === "w:delText" ? "w:t" : node.name === "w:delInstrText" ? "w:instrText" : node.name;
  const children = node.children.map((child) => (child.kind === "element" ? undeleted(child) : child));
  const renamed = element(name, {}, children);
  return name === node.name ? node.withChildren(children) : renamed.withAttribute("xml:space", "preserve");
}
