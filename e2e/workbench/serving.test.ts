import { expect, onTestFinished, test } from "vitest";
import { printedAtTakenPort, serveWorkbench } from "./served-workbench.ts";
import { PORT } from "./workbench-page.ts";

test("a port that is taken is named, with what to do", async () => {
  const workbench = await serveWorkbench(PORT);
  onTestFinished(() => workbench.stop());
  expect(await printedAtTakenPort(PORT)).toMatch(/Port 15401 is taken.*COMPENDIUM_PORT/s);
});
