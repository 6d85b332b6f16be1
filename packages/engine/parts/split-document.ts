import type { BlockEntry, CompilationDocument, StoryEntry } from "../src/index.ts";

/**
 * Cuts a compilation into parts, each of the same shape: the body in order, `blocks` of its blocks in each or some more,
 * since nothing that is proposed is cut through. Notes and text boxes go with the paragraph that holds them, and what
 * hangs nowhere, such as headers, with the last part. The first part names all stories, and has the delegations, receipts
 * and notices. `joinDocuments` of all parts is the compilation again.
 */
export function splitDocument(document: CompilationDocument, blocks: number): readonly CompilationDocument[] {
  const body = document.stories.find(({ kind }) => kind === "body");
  const stretches = body === undefined ? [] : stretchesOf(body, blocks);
  const owners = ownersOf(document.stories, stretches);
  const last = Math.max(stretches.length - 1, 0);
  const partOf = (story: string, at: number): number =>
    story === body?.id ? stretchAt(stretches, at) : (owners.get(story) ?? last);
  return Array.from({ length: last + 1 }, (_, part): CompilationDocument => {
    const stories = document.stories.flatMap((story): StoryEntry[] => {
      const isBody = story.id === body?.id;
      const isWhole = !isBody && (owners.get(story.id) ?? last) === part;
      const isIn = (at: number): boolean => (isBody ? stretchAt(stretches, at) === part : isWhole);
      const own = {
        ...story,
        blocks: isBody ? (stretches[part]?.blocks ?? []) : isWhole ? story.blocks : [],
        passages: story.passages.filter(({ from }) => isIn(from)),
        formatting: story.formatting.filter(({ from }) => isIn(from)),
      };
      const isEmpty = own.blocks.length + own.passages.length + own.formatting.length === 0;
      return part > 0 && isEmpty ? [] : [own];
    });
    return {
      ...document,
      stories,
      comments: document.comments.filter(({ story, from }) => partOf(story, from) === part),
      ...(part === 0 ? {} : { delegations: [], receipts: [], notices: [] }),
    };
  });
}

interface Stretch {
  readonly from: number;
  readonly blocks: readonly BlockEntry[];
}

/** The body's blocks by part. A part begins where nothing that is proposed or commented on reaches across. */
function stretchesOf({ blocks, passages, formatting }: StoryEntry, most: number): readonly Stretch[] {
  const spans = [...passages, ...formatting];
  const stretches: { from: number; blocks: BlockEntry[] }[] = [];
  for (const block of blocks) {
    const open = stretches.at(-1);
    const isCut = (): boolean => spans.some(({ from, to }) => from < block.from && block.from < to);
    if (open === undefined || (open.blocks.length >= most && !isCut())) {
      stretches.push({ from: open === undefined ? 0 : block.from, blocks: [block] });
    } else open.blocks.push(block);
  }
  return stretches;
}

/** The part in which a position of the body is. What is inserted between two parts begins the second. */
function stretchAt(stretches: readonly Stretch[], at: number): number {
  return Math.max(
    stretches.findLastIndex(({ from }) => from <= at),
    0,
  );
}

/** In which part each note and text box is: where its paragraph is, or that of the story that holds it. */
function ownersOf(stories: readonly StoryEntry[], stretches: readonly Stretch[]): ReadonlyMap<string, number> {
  const byId = new Map(stories.map((story) => [story.id, story]));
  const owners = new Map<string, number>();
  const own = (block: BlockEntry, part: number): void => {
    if (block.kind !== "paragraph") {
      for (const child of block.blocks) own(child, part);
      return;
    }
    for (const id of Object.values(block.inner ?? {}).flat()) {
      if (owners.has(id)) continue;
      owners.set(id, part);
      for (const child of byId.get(id)?.blocks ?? []) own(child, part);
    }
  };
  for (const [part, { blocks }] of stretches.entries()) for (const block of blocks) own(block, part);
  return owners;
}
