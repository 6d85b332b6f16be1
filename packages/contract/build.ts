/** Writes what follows from the contract: `npm run openapi --workspace packages/contract`. */
import { writeFileSync } from "node:fs";
import { problemsManual } from "./src/help/manual.ts";
import { openApiText } from "./src/openapi/document.ts";

writeFileSync(new URL("openapi.json", import.meta.url), openApiText());
writeFileSync(new URL("../../docs/reference/api-problems.md", import.meta.url), problemsManual());
