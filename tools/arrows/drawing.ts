/** What the Mermaid drawings of a Markdown page say: which room may import from which. */
export interface Drawing {
  /** Every name at an end of an arrow. */
  readonly rooms: ReadonlySet<string>;
  /** `"engine/compare --> engine/model"`, each once, in the order of the page. */
  readonly arrows: ReadonlySet<string>;
}

/** An arrow as drawings and messages write it. */
export function arrow(from: string, to: string): string {
  return `${from} --> ${to}`;
}

/**
 * Reads all Mermaid flowcharts of a page. Understood are `a --> b`, chains `a --> b --> c` and groups
 * `a & b --> c & d`; names are folders, such as `engine/compare`. Throws `RangeError` on an arrow that it does not
 * understand, so that a drawing never allows less or more than a reader sees.
 */
export function readDrawing(markdown: string): Drawing {
  const rooms = new Set<string>();
  const arrows = new Set<string>();
  for (const line of mermaidLines(markdown)) {
    if (!ARROW_OF_ANY_KIND.test(line)) continue;
    const groups = line.split("-->").map((group) => group.split("&").map((name) => name.trim()));
    const unclear = groups.flat().find((name) => !ROOM_NAME.test(name));
    if (unclear !== undefined || groups.length < 2) throw new RangeError(`This arrow is not understood: ${line}`);
    for (const room of groups.flat()) rooms.add(room);
    groups.slice(1).forEach((targets, i) => {
      for (const from of groups[i] ?? []) for (const to of targets) arrows.add(arrow(from, to));
    });
  }
  return { rooms, arrows };
}

const ROOM_NAME = /^[a-z0-9]+(?:[-/][a-z0-9]+)*$/;

/** `-->`, and what Mermaid offers beside it (`---`, `-.->`, `==>`, `<-->`, `--o`), which we do not use. */
const ARROW_OF_ANY_KIND = /--|-\.|==/;

function mermaidLines(markdown: string): string[] {
  return [...markdown.matchAll(/^```mermaid\n(.*?)^```/gms)]
    .flatMap(([, drawing = ""]) => drawing.split("\n"))
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("%%"));
}
