/**
 * Builds the workbench and serves it by itself at http://localhost:1540/workbench, to this machine only. `COMPENDIUM_PORT`
 * names another port.
 */
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { build, preview } from "vite";

const port = Number(process.env.COMPENDIUM_PORT ?? 1540);
// Browsers, and what else asks for localhost, try this address too; a name would make it the machine's choice.
const host = "127.0.0.1";
const configFile = fileURLToPath(new URL("vite.config.ts", import.meta.url));
// Beside what the server serves, which may be built anew meanwhile.
const outDir = "dist/workbench";

// What is served is what would be published, whatever the shell that starts it is set to.
process.env.NODE_ENV = "production";

if (await isFree()) {
  console.log("Building the workbench …");
  await build({ configFile, logLevel: "warn", build: { outDir } });
  await preview({ configFile, build: { outDir }, preview: { port, host, strictPort: true } });
  console.log(`\nThe workbench is open at http://localhost:${port}/workbench\nStop it with Ctrl+C.`);
} else {
  console.error(
    `Port ${port} is taken, perhaps by a workbench that still runs. Stop that program, or choose another port:`,
  );
  console.error(`COMPENDIUM_PORT=${port + 1} npm start`);
  process.exitCode = 1;
}

function isFree(): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const probe = createServer();
  probe.once("error", () => resolve(false));
  probe.listen(port, host, () => probe.close(() => resolve(true)));
  return promise;
}
