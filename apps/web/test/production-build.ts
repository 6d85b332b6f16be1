/// <reference types="node" />
import { build, type InlineConfig, type Rolldown } from "vite";

/**
 * The chunks of a build as it is delivered. React looks at `NODE_ENV`, and other tests in the same process want it as it
 * was before.
 */
export async function productionBuild(options: InlineConfig["build"] = {}): Promise<readonly Rolldown.OutputChunk[]> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  try {
    const built = await build({
      root: `${import.meta.dirname}/..`,
      logLevel: "silent",
      build: { ...options, write: false },
    });
    const output = [built as Rolldown.RolldownOutput | Rolldown.RolldownOutput[]].flat().flatMap((each) => each.output);
    return output.filter((each) => each.type === "chunk");
  } finally {
    process.env.NODE_ENV = before;
  }
}
