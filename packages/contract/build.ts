/** Writes openapi.json from the operations: `npm run openapi --workspace packages/contract`. */
import { writeFileSync } from "node:fs";
import { openApiText } from "./src/openapi/document.ts";

writeFileSync(new URL("openapi.json", import.meta.url), openApiText());
