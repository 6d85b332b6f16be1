export { type JoinedUnits, type JoinOptions, joinUnits, type Unit } from "./authoring/join-units.ts";
export type {
  Emphasis,
  KeptAtom,
  NewParagraph,
  OneOrMore,
  ParagraphContent,
  ParagraphProposal,
  Proposer,
  TypedText,
} from "./authoring/paragraph-proposal.ts";
export { redlineOfWords } from "./authoring/redline-of-words.ts";
export { isKeptWhole } from "./authoring/typed-wording.ts";
export type { ConflictSide, UnitConflict } from "./authoring/unit-conflicts.ts";
export { writeProposals } from "./authoring/write-proposals.ts";
export { consolidate } from "./consolidate/consolidate.ts";
export { readAs } from "./consolidate/read-as.ts";
export type {
  Compilation,
  CompiledStory,
  FormatProposal,
  Passage,
  PlacedComment,
  Proposal,
  Sponsor,
  Variant,
} from "./model/compilation.ts";
export { type Delegation, type DelegationCode, isDelegationCode } from "./model/delegation.ts";
export type { Notice } from "./model/notice.ts";
export type { Place } from "./model/place.ts";
export { PROBLEMS, Problem, type ProblemCode } from "./model/problem.ts";
export type { Counts, NotCarried, Proof, Receipt } from "./model/receipt.ts";
export type {
  Attribution,
  Comment,
  Edit,
  Reformat,
  StoryEdits,
  Submission,
  SubmissionFile,
} from "./model/submission.ts";
export type { Block, Container, Paragraph, Story, StoryId, StoryKind, Token, TokenKind } from "./model/text.ts";
export { type FileComment, readComments } from "./ooxml/comments-reader.ts";
export { isPermanentId } from "./ooxml/permanent-bookmark.ts";
export type { Piece } from "./ooxml/pieces.ts";
export { openPackage, type WordPackage } from "./ooxml/word-package.ts";
export { parseXml } from "./ooxml/xml-reader.ts";
export type { Inflater } from "./ooxml/zip-reader.ts";
export {
  type CarriedFile,
  type CarriedProposals,
  carryProposals,
  type NotCarriedOn,
} from "./redraft/carry-proposals.ts";
export { columnsIn, type ProposedColumn } from "./redraft/columns.ts";
export type { HalfMove } from "./redraft/half-moves.ts";
export type { FallReason, PassageDecision, PassageDecisions, ProposalFate } from "./redraft/passage-decision.ts";
export type { SettledStory } from "./redraft/settle-story.ts";
export type { UnevenColumn } from "./redraft/uneven-columns.ts";
export { wordHalfMove } from "./redraft/word-half-move.ts";
export { wordUnevenColumn } from "./redraft/word-uneven-column.ts";
export { type Redraft, type RedraftOptions, type UntrackedDecision, writeRedraft } from "./redraft/write-redraft.ts";
export { writeCirculated } from "./render/circulated.ts";
export type {
  BlockEntry,
  CommentEntry,
  CompilationDocument,
  ContainerEntry,
  DelegationEntry,
  FormattingEntry,
  NoticeEntry,
  ParagraphEntry,
  PassageEntry,
  ProposalEntry,
  ReceiptEntry,
  RedlineEntry,
  SponsorEntry,
  StoryEntry,
} from "./render/compilation-document.ts";
export { writeCsv } from "./render/csv.ts";
export { type DocumentOptions, toDocument } from "./render/document.ts";
export { FORMATS, type Format, type FormatName, type WriteOptions, type Written } from "./render/formats.ts";
export type { Heading } from "./render/heading.ts";
export { type HtmlOptions, renderHtml } from "./render/html/render-html.ts";
export { renderJson } from "./render/json.ts";
export { renderNotation, renderPlainText } from "./render/notation.ts";
export type { Run as PaperRun } from "./render/paper/paper-xml.ts";
export { type Paper, type PaperBlock, type PaperTable, writePaper } from "./render/paper/write-paper.ts";
export { renderReceipts, wordCounts, wordLikeness } from "./render/receipts.ts";
export { type RollingTextOptions, renderRollingText } from "./render/rolling/render-rolling-text.ts";
export type { LeftOutFile, RoundFiles } from "./render/round-files.ts";
export { shownText } from "./render/shown-text.ts";
export { renderTable, type TableOptions } from "./render/table/render-table.ts";
export { renderTraceability } from "./render/traceability.ts";
export {
  renderTracked,
  type TrackedFile,
  type TrackedOptions,
  type Untrackable,
} from "./render/tracked/render-tracked.ts";
export { resolveChanges } from "./render/tracked/resolve-changes.ts";
export { wordNotCarried, wordNotice } from "./render/word-notice.ts";
export { type BaseParagraph, listParagraphs } from "./submission/base-paragraphs.ts";
export { type BaseText, readBase, readPartPieces } from "./submission/base-text.ts";
export { checkLikeness, checkSubmissions, type OwnedSubmission } from "./submission/check-submissions.ts";
export { readBack } from "./submission/read-back.ts";
export { readSubmission } from "./submission/read-submission.ts";
