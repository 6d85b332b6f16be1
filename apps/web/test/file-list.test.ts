import { describe, expect, test } from "vitest";
import {
  type FileList,
  membersOf,
  NO_FILES,
  type SubmissionFile,
  withoutSubmission,
  withRemovedAgain,
  withSubmission,
} from "../src/workbench/file-list.ts";

const problem = { code: "duplicate-delegation", message: "Two files are from the same delegation.", advice: "" };
const list: FileList = {
  ...NO_FILES,
  submissions: [file(1, "XAA"), file(2, "XBB"), file(3, "XAA"), file(4, null), file(5, "XCC")],
  conflicts: new Map([1, 3].map((id) => [id, problem])),
};

describe("the files of a round", () => {
  test("take part if they are read and named, and neither of two that are in conflict", () => {
    expect(membersOf(list)).toEqual([
      { id: 2, code: "XBB" },
      { id: 5, code: "XCC" },
    ]);
  });

  test("that wait or failed do not take part", () => {
    expect(membersOf(withSubmission(list, 2, { stage: "failed" }))).toEqual([{ id: 5, code: "XCC" }]);
  });

  test("come back to where they stood", () => {
    const removed = withoutSubmission(list, 2);
    expect(removed.submissions.map(({ id }) => id)).toEqual([1, 3, 4, 5]);
    expect(withRemovedAgain(removed).submissions).toEqual(list.submissions);
  });
});

function file(id: number, code: string | null): SubmissionFile {
  const given = new File([], `${id}.docx`);
  return { id, file: given, stage: "read", code, candidates: [], isAccepted: false, receipt: null, problem: null };
}
