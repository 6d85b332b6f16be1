export { addDraft, audienceOf, createText } from "./commands.ts";
export { textsMigrations } from "./migrations.ts";
export { changeText, readText } from "./policy.ts";
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
