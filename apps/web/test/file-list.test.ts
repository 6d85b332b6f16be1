import { describe, expect, test } from "vitest";
import {
  duplicatesIn,
  type FileList,
  membersOf,
  NO_FILES,
  type SubmissionFile,
  withoutSubmission,
  withRemovedAgain,
  withSubmission,
} from "../src/workbench/file-list.ts";

const list: FileList = { ...NO_FILES, submissions: [file(1, "XAA"), file(2, "XBB"), file(3, "XAA"), file(4, null)] };

describe("the files of a round", () => {
  test("take part once for each delegation: the first file, if it is read and named", () => {
    expect(membersOf(list)).toEqual([
      { id: 1, code: "XAA" },
      { id: 2, code: "XBB" },
    ]);
    expect([...duplicatesIn(list)]).toEqual([3]);
  });

  test("that wait or failed do not take part", () => {
    expect(membersOf(withSubmission(list, 2, { stage: "failed" }))).toEqual([{ id: 1, code: "XAA" }]);
  });

  test("come back to where they stood", () => {
    const removed = withoutSubmission(list, 2);
    expect(removed.submissions.map(({ id }) => id)).toEqual([1, 3, 4]);
    expect(withRemovedAgain(removed).submissions).toEqual(list.submissions);
  });
});

function file(id: number, code: string | null): SubmissionFile {
  const given = new File([], `${id}.docx`);
  return { id, file: given, stage: "read", code, candidates: [], receipt: null, problem: null };
}
