import { expect, onTestFinished, test } from "vitest";
import { printedAtTakenPort, servePlatform } from "../served-platform.ts";
import { PORT } from "./workbench-page.ts";

test("a port that is taken is named, with what to do", async () => {
  const platform = await servePlatform(PORT, null);
  onTestFinished(() => platform.stop());
  expect(await printedAtTakenPort(PORT)).toMatch(/Port 15401 is taken.*COMPENDIUM_PORT/s);
});
