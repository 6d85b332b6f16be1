/** A compilation in parts, for whoever shows it piece by piece. Only shapes: what shows them needs nothing of the engine. */
export { joinDocuments } from "./join-documents.ts";
export { splitDocument } from "./split-document.ts";
