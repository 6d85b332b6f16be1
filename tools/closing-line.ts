import type { Reporter, SerializedError, TestModule } from "vitest/node";

/** How a test run ended. A failure outside any test, such as a file that does not load, counts as one. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Ends the output of a run with one plain line that people and programs can read: `12 passed, 0 failed`. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    process.stdout.write(`\n${closingLine(outcomeOf(modules, unhandledErrors.length))}\n`);
  }
}

/** `"12 passed, 0 failed"`, and `", 3 skipped"` after it where tests were skipped. */
export function closingLine({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function outcomeOf(modules: readonly TestModule[], unhandledErrors: number): Outcome {
  let passed = 0;
  let failed = unhandledErrors;
  let skipped = 0;
  for (const testModule of modules) {
    const failedBefore = failed;
    for (const test of testModule.children.allTests()) {
      const { state } = test.result();
      if (state === "passed") passed++;
      else if (state === "skipped") skipped++;
      // "pending" at the end is a test that began and never came back.
      else failed++;
    }
    // A file that does not load, or a hook that fails, leaves no failed test behind.
    if (testModule.state() === "failed" && failed === failedBefore) failed++;
  }
  return { passed, failed, skipped };
}
