/**
 * `npm start`: the server, on this machine at http://localhost:1540. docs/reference/settings.md lists what the environment
 * can set.
 */
import { readSettings, runServer, startTraces } from "./src/index.ts";

process.env.NODE_ENV ??= "production";

/** How long to wait for requests and jobs under way, in ms. What is not done then is done again by the next worker. */
const LONGEST_STOP = 60_000;

try {
  const traces = await startTraces(process.env);
  const { greeting, stop } = await runServer(readSettings(process.env));
  for (const line of greeting) console.log(line);
  let isStopping = false;
  const end = async (): Promise<void> => {
    // Whoever asks twice does not want to wait.
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), LONGEST_STOP).unref();
    await stop();
    await traces.stop();
    process.exit(0);
  };
  process.on("SIGINT", () => void end());
  process.on("SIGTERM", () => void end());
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
