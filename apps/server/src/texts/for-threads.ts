/** What threads of other rooms run: beside index.ts, so that the thread that answers requests does not load the engine. */
export { type ReadDraft, readDraft } from "./reading/read-draft.ts";
