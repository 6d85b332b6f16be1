/**
 * `npm start`: the server, on this machine at http://localhost:1540. docs/reference/settings.md lists what the environment
 * can set.
 */
import { randomBytes } from "node:crypto";
import { buildServer, isForReal, openPlatform, readSettings } from "./src/index.ts";

process.env.NODE_ENV ??= "production";

try {
  const settings = readSettings(process.env);
  const platform = await openPlatform(settings);
  if (settings.runs !== "server") await platform.work();
  const setUpCode = isForReal(settings) ? randomBytes(9).toString("base64url") : null;
  const app = settings.runs === "worker" ? null : await buildServer(platform, { setUpCode });
  await app?.listen({ host: settings.host, port: settings.port });
  if (app !== null) {
    console.log(`Compendium is open at ${settings.url}`);
    console.log(`Data: ${settings.databaseUrl === null ? settings.dataFolder : "PostgreSQL"}. Stop with Ctrl+C.`);
    if (setUpCode !== null) console.log(`Set-up code, if this installation is new: ${setUpCode}`);
  }
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await app?.close();
    await platform.close();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
