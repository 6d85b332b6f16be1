/** What runs in a thread: everything that opens a Word file of a delegation. */
import {
  type BaseText,
  checkLikeness,
  checkSubmissions,
  consolidate,
  type Delegation,
  FORMATS,
  type FormatName,
  type Heading,
  isKeptWhole,
  openPackage,
  Problem,
  type ReceiptEntry,
  type RedlineEntry,
  readSubmission as read,
  readBase,
  renderReceipts,
  type SubmissionFile,
  toDocument,
} from "@compendium/engine";
import { nodeInflater } from "@compendium/engine/node";
import { splitDocument } from "@compendium/engine/parts";
import type { Unread } from "../../platform/word/file-problem.ts";
import type { ProposedMove } from "../tables.ts";
import { columnRows } from "./column-rows.ts";
import { movesOf } from "./moves.ts";
import { permanentIdAt, surroundingsOf } from "./surroundings.ts";

/** A Word file with what is known of it. */
export interface GivenFile {
  readonly file: SubmissionFile;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One delegation's marked-up file, on the base text that it marks up. */
export interface GivenSubmission extends GivenFile {
  readonly base: GivenFile;
  readonly delegation: Delegation;
}

export interface ReadSubmission {
  readonly read: true;
  readonly receipt: ReceiptEntry;
  /** The receipt as text, for a mail. */
  readonly receiptText: string;
}

/** Reads one submission by itself: its receipt, or why it cannot be read. */
export function readSubmission({ base, delegation, file, bytes }: GivenSubmission): ReadSubmission | Unread {
  return orUnread(() => {
    const text = open(base);
    for (const problem of checkSubmissions(base.file, [{ delegation, file }]).values()) throw problem;
    const submission = read(text, openPackage(bytes, nodeInflater), delegation, file);
    const unlike = checkLikeness(text, submission);
    if (unlike !== null) throw unlike;
    // Alone on the base text, a submission is a compilation already.
    const alone = consolidate(text, [submission], [delegation]);
    const [receipt] = toDocument({ ...alone, stories: [], comments: [] }).receipts;
    if (receipt === undefined) throw new Error("A compilation of one submission has no receipt.");
    return { read: true, receipt, receiptText: renderReceipts(alone.receipts, { base: base.file }) };
  });
}

export interface GivenRound {
  readonly base: GivenFile;
  readonly submissions: readonly (GivenFile & { readonly delegation: Delegation })[];
  /** All delegations in the order in which they are named. */
  readonly delegations: readonly Delegation[];
}

export interface GivenCompilation extends GivenRound {
  readonly heading: Heading;
}

export interface Compiled {
  readonly read: true;
  readonly files: readonly WrittenFile[];
  /** The compilation in parts, each as JSON. */
  readonly parts: readonly string[];
  readonly proposals: readonly CompiledProposal[];
  readonly counts: {
    readonly passages: number;
    readonly proposals: number;
    readonly comments: number;
    readonly notices: number;
  };
}

export interface WrittenFile {
  readonly format: FormatName;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly remarks: readonly string[];
}

export interface CompiledProposal {
  readonly passage: string;
  readonly proposal: number;
  readonly position: number;
  readonly citation: string;
  readonly base: string;
  readonly wording: string;
  readonly redline: readonly RedlineEntry[];
  readonly before: string;
  readonly after: string;
  readonly paragraph: string | null;
  readonly keptWhole: boolean;
  readonly delegations: readonly string[];
  readonly moves: readonly ProposedMove[];
  readonly column: readonly string[];
}

/** Compiles a round and writes it in every format. */
export function compile({ base, submissions, delegations, heading }: GivenCompilation): Compiled | Unread {
  return orUnread(() => {
    const text = open(base);
    const readOnes = submissions.map(({ file, bytes, delegation }) =>
      read(text, openPackage(bytes, nodeInflater), delegation, file),
    );
    const compilation = consolidate(text, readOnes, delegations);
    const document = toDocument(compilation);
    const { stories, comments, notices } = document;
    const keptWhole = new Set(
      compilation.stories.flatMap((each) =>
        each.passages.filter((passage) => isKeptWhole(each.story, passage)).map(({ id }) => id),
      ),
    );
    const columns = new Map(compilation.stories.flatMap(columnRows));
    const passages = stories.flatMap((story) => story.passages.map((passage) => ({ story, passage })));
    const proposals = passages.flatMap(({ story, passage }, position) =>
      passage.proposals.map(({ wording, redline, sponsors }, proposal) => ({
        passage: passage.id,
        proposal,
        position,
        citation: passage.citation,
        base: passage.base,
        wording,
        redline,
        ...surroundingsOf(story, passage),
        paragraph: permanentIdAt(story, passage),
        keptWhole: keptWhole.has(passage.id),
        delegations: sponsors.map(({ delegation }) => delegation),
        moves: movesOf(sponsors),
        column: columns.get(passage.id)?.[proposal] ?? [],
      })),
    );
    return {
      read: true,
      files: Object.entries(FORMATS).map(([format, { type, write }]) => {
        const { content, remarks } = write(text, compilation, { base: base.file, heading });
        const bytes = new Uint8Array(typeof content === "string" ? new TextEncoder().encode(content) : content);
        return { format: format as FormatName, type, bytes, remarks };
      }),
      parts: splitDocument(document, BLOCKS_IN_PART).map((part) => JSON.stringify(part)),
      proposals,
      counts: {
        passages: passages.length,
        proposals: proposals.length,
        comments: comments.length,
        notices: notices.length,
      },
    };
  });
}

/**
 * About ten pages: some 100 KB of JSON and 10 KB on the wire. Half as many give twice the requests for the same text; ten
 * times as many let the first part of a long text wait on a slow line.
 */
const BLOCKS_IN_PART = 100;

export function open({ bytes }: GivenFile): BaseText {
  return readBase(openPackage(bytes, nodeInflater));
}

/** A thread can only throw a message; what is foreseen is given back as a value. */
export function orUnread<Result>(does: () => Result): Result | Unread {
  try {
    return does();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return {
      read: false,
      problem: error.message,
      advice: error.code === "unrelated" ? MARK_UP_THE_DRAFT : error.advice,
    };
  }
}

/** Here nobody takes another text all the same, as one can in the workbench: the whole of it would stand beside the draft. */
const MARK_UP_THE_DRAFT =
  "Look whether the file belongs to another text or another draft. Mark up the draft that was circulated, and send that.";
