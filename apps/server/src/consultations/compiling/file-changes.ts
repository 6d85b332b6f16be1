/** What runs in a thread: what one marked-up file says, told to the delegation that has it. */
import type { FileChanges } from "@compendium/contract";
import { consolidate, openPackage, readSubmission, type StoryEntry, toDocument } from "@compendium/engine";
import { nodeInflater } from "@compendium/engine/node";
import type { Unread } from "../../platform/word/file-problem.ts";
import { surroundingsOf } from "./surroundings.ts";
import { type GivenSubmission, open, orUnread } from "./thread.ts";

export interface ReadChanges {
  readonly read: true;
  readonly changes: FileChanges["changes"];
}

type Placed = { readonly from: number; readonly change: FileChanges["changes"][number] };

/** Every change and every comment of a file, in the order of the draft. Persons are named: they are of the delegation. */
export function readChanges({ base, delegation, file, bytes }: GivenSubmission): ReadChanges | Unread {
  return orUnread(() => {
    const text = open(base);
    const submission = readSubmission(text, openPackage(bytes, nodeInflater), delegation, file);
    const { stories, comments } = toDocument(consolidate(text, [submission], [delegation]), { names: true });
    const changes = stories.flatMap((story) =>
      [
        ...wordingsOf(story),
        ...story.formatting.map(
          ({ from, citation, text: words, change }): Placed => ({
            from,
            change: { kind: "look", citation, text: words, change },
          }),
        ),
        ...comments
          .filter((comment) => comment.story === story.id)
          .map(
            ({ from, citation, about, author = "", paragraphs }): Placed => ({
              from,
              change: { kind: "comment", citation, about, by: author, text: paragraphs.join("\n") },
            }),
          ),
      ].toSorted((a, b) => a.from - b.from),
    );
    return { read: true, changes: changes.map(({ change }) => change) };
  });
}

function wordingsOf(story: StoryEntry): Placed[] {
  return story.passages.flatMap((passage) =>
    passage.proposals.map(({ redline, sponsors }): Placed => {
      const { from, citation } = passage;
      const tracked = sponsors.every((sponsor) => sponsor.tracked);
      const change = {
        kind: "wording" as const,
        citation,
        redline: [...redline],
        tracked,
        ...surroundingsOf(story, passage),
      };
      return { from, change };
    }),
  );
}
