import { defineConfig } from "vitest/config";
import { ClosingLine } from "./tools/closing-line.ts";

export default defineConfig({
  test: {
    reporters: ["default", new ClosingLine()],
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "{packages,fixtures}/*/test/**/*.test.ts",
            "apps/{cli,web}/test/**/*.test.{ts,tsx}",
            "tools/test/**/*.test.ts",
          ],
          testTimeout: 20_000,
          // By itself Vitest leaves one core free, and of two that is half.
          maxWorkers: "100%",
          // Files share their modules: no test changes any, and loading them anew for each file took a fifth of the time.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "server",
          include: ["apps/server/test/**/*.test.ts"],
          // Each file starts servers, threads and databases of its own.
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "e2e",
          include: ["e2e/**/*.test.ts"],
          // A browser and a server in each file: on two cores, one file at a time and after the unit tests.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
