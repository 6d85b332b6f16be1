export { addDraft, addReadDraft, createText, draftFiles, nextDraftOf } from "./commands.ts";
export { textsMigrations } from "./migrations.ts";
export { changeText, readDraft, readParagraph, readText } from "./policy.ts";
export {
  type DraftOfText,
  type DraftRow,
  draftsOf,
  findDraft,
  findParagraph,
  findText,
  type PlacedParagraph,
  paragraphAt,
  rowsOfParagraphs,
  type TextRow,
  textsOf,
} from "./queries.ts";
export { textsRoutes } from "./routes.ts";
export { searchTexts } from "./search.ts";
export { textsTopics } from "./topics.ts";
