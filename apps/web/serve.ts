/** `npm start`: builds the workbench and serves it at http://localhost:1540, to this machine only. */
import { createServer } from "node:net";
import { build, preview } from "vite";

const PORT = 1540;
// Browsers, and what else asks for localhost, try this address too; a name would make it the machine's choice.
const HOST = "127.0.0.1";

const configFile = new URL("vite.config.ts", import.meta.url).pathname;

if (await isFree()) {
  console.log("Building the workbench …");
  await build({ configFile, logLevel: "warn" });
  await preview({ configFile, preview: { port: PORT, host: HOST, strictPort: true } });
  console.log(`\nThe workbench is open at http://localhost:${PORT}\nStop it with Ctrl+C.`);
} else {
  console.error(
    `Port ${PORT} is taken by another program, perhaps by a workbench that still runs. Stop that one first.`,
  );
  process.exitCode = 1;
}

function isFree(): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const probe = createServer();
  probe.once("error", () => resolve(false));
  probe.listen(PORT, HOST, () => probe.close(() => resolve(true)));
  return promise;
}
