/** The first step of `npm start`: ends it, with its reason, where no server could start. Nothing is built then. */
import { lookFirst, readSettings } from "./src/index.ts";

try {
  await lookFirst(readSettings(process.env));
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
