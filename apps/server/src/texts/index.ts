export { addDraft, createText } from "./commands.ts";
export { textsMigrations } from "./migrations.ts";
export { changeText, readDraft, readText } from "./policy.ts";
export {
  type DraftOfText,
  type DraftRow,
  draftsOf,
  findDraft,
  findText,
  type PlacedParagraph,
  paragraphAt,
  type TextRow,
  textsOf,
} from "./queries.ts";
export { textsRoutes } from "./routes.ts";
export { textsTopics } from "./topics.ts";
