export { consolidate } from "./consolidate/consolidate.ts";
export { readAs } from "./consolidate/read-as.ts";
export type { Compilation, CompiledStory, FormatProposal, Passage, PlacedComment, Proposal, Sponsor, Variant } from "./model/compilation.ts";
export type { Delegation, DelegationCode } from "./model/delegation.ts";
export type { Notice } from "./model/notice.ts";
export type { Place } from "./model/place.ts";
export { Problem, type ProblemCode, PROBLEMS } from "./model/problem.ts";
export type { Counts, NotCarried, Proof, Receipt } from "./model/receipt.ts";
export type { Attribution, Comment, Edit, Reformat, StoryEdits, Submission, SubmissionFile } from "./model/submission.ts";
export type { Block, Container, Paragraph, Story, StoryId, StoryKind, Token, TokenKind } from "./model/text.ts";
export { openPackage, type WordPackage } from "./ooxml/word-package.ts";
export type { Inflater } from "./ooxml/zip-reader.ts";
export { type BaseText, readBase } from "./submission/base-text.ts";
export { readSubmission } from "./submission/read-submission.ts";
export type {
  BlockEntry, CommentEntry, CompilationDocument, ContainerEntry, DelegationEntry, FormattingEntry, NoticeEntry, ParagraphEntry,
  PassageEntry, ProposalEntry, ReceiptEntry, RedlineEntry, SponsorEntry, StoryEntry,
} from "./render/compilation-document.ts";
