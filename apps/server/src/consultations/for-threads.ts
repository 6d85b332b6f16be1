/** What threads of other rooms run: beside index.ts, so that the thread that answers requests does not load the engine. */
export { type GivenFile, type ReadSubmission, readSubmission } from "./compiling/thread.ts";
