import type { CompiledStory, Passage, Proposal } from "../../model/compilation.ts";
import type { DelegationCode } from "../../model/delegation.ts";
import type { Token } from "../../model/text.ts";
import type { WordFile } from "../../ooxml/word-file.ts";
import type { XmlElement } from "../../ooxml/xml.ts";
import type { PassageEntry, StoryEntry } from "../compilation-document.ts";
import { storyEntry } from "../story-entry.ts";
import { type NoteKind, NoteNumbers, noteIn, noteInText, noteNumber, repeated } from "./borrowed-tokens.ts";
import { sponsorsOf, tellMoves, tellStructure } from "./editor-notes.ts";
import { type Emphasis, editorMark, editorTab, editorWords, runPropertiesOf } from "./editor-tokens.ts";
import { withoutAutomaticNumber } from "./literal-number.ts";
import { labelBefore, labelBehind } from "./ordinals.ts";
import { ParagraphLabels } from "./paragraph-labels.ts";
import { beginsBlock, hasStructure, passageShape, shapeOf } from "./passage-shape.ts";
import { inlineGap, placedParagraphs } from "./placed-paragraphs.ts";
import {
  endSpace,
  isCell,
  isNumbered,
  markFrom,
  ownerOf,
  propertiesOf,
  withoutEndSpace,
  withoutEnds,
} from "./wording-parts.ts";

/** What stands before base token `gap`: tokens from one file. The rolling text is the base text with all of them. */
export interface Addition {
  readonly gap: number;
  /** The delegation whose file the tokens come from, or `null` for the base text and the editor. */
  readonly owner: DelegationCode | null;
  /** For which passage it stands there; `null` for what belongs to none. */
  readonly passage: Passage | null;
  readonly tokens: readonly Token[];
}

export interface ComposeContext {
  readonly base: WordFile;
  /** The file behind a delegation's insertions. */
  fileOf(code: DelegationCode): WordFile;
  /** Every passage of the compilation by its id. */
  readonly passages: ReadonlyMap<string, Passage>;
  /** Whether each wording is followed by the delegations that propose it. */
  readonly isAttributed: boolean;
}

export interface Composed {
  /** In the order in which they are written; those of one gap follow each other. */
  readonly additions: readonly Addition[];
  /** Notes of the editor for which the story has no place. */
  readonly leftOver: readonly string[];
}

/** Puts brackets, attributions and rival wordings into a story. */
export function composeStory(compiled: CompiledStory, context: ComposeContext): Composed {
  return new StoryComposer(compiled, context).compose();
}

class StoryComposer {
  readonly #compiled: CompiledStory;
  readonly #context: ComposeContext;
  readonly #tokens: readonly Token[];
  readonly #positions: ReadonlyMap<Token, number>;
  readonly #labels: ParagraphLabels;
  readonly #notes: NoteNumbers;
  readonly #newNotes = new Map<string, number>();
  readonly #additions: (Addition & { readonly tokens: Token[] })[] = [];
  readonly #leftOver: string[] = [];
  #passage: Passage | null = null;

  constructor(compiled: CompiledStory, context: ComposeContext) {
    this.#compiled = compiled;
    this.#context = context;
    this.#tokens = compiled.story.tokens;
    this.#positions = new Map(this.#tokens.map((token, i) => [token, i]));
    this.#labels = new ParagraphLabels(compiled.story, context.base);
    this.#notes = new NoteNumbers(this.#tokens);
  }

  compose(): Composed {
    for (const passage of this.#compiled.passages) {
      this.#passage = passage;
      const shape = passageShape(this.#tokens, passage);
      if (passage.fromA === passage.toA) this.#insertions(passage);
      else if (shape === "whole") this.#alternatives(passage);
      else if (shape === "inline") this.#rivals(passage, passage.proposals);
      else this.#structureNote(passage, passage.proposals);
    }
    return { additions: this.#additions, leftOver: this.#leftOver };
  }

  /** Where nothing of the base text is touched, each insertion has its own shape, and none is another's rival. */
  #insertions(passage: Passage): void {
    const inline: Proposal[] = [];
    for (const proposal of passage.proposals) {
      const shape = shapeOf(proposal.wording);
      if (
        shape === "inline"
        || (shape === "whole" && !beginsBlock(this.#tokens, passage.fromA) && !hasStructure(proposal.wording))
      ) {
        inline.push(proposal);
      } else if (shape === "structure" || !beginsBlock(this.#tokens, passage.fromA))
        this.#structureNote(passage, [proposal]);
      else if (isCell(proposal)) this.#newCell(passage, proposal);
      else this.#whole(passage, proposal, "", this.#labels.insertion(passage.fromA, this.#fileOf(proposal)));
    }
    if (inline.length > 0) this.#rivals(passage, inline);
  }

  /** `[should / shall (XAA) / may (XBB, XCC)] `; the base wording stays where it is and comes first. */
  #rivals({ fromA, toA }: Passage, proposals: readonly Proposal[]): void {
    const base = this.#tokens.slice(fromA, toA);
    const endsParagraph = base.at(-1)?.kind === "mark";
    const end = endsParagraph ? toA - 1 : toA;
    const beside = this.#beside(fromA);
    const say = (gap: number, text: string, emphasis: Emphasis = "bold"): void =>
      this.#say(gap, text, emphasis, beside);
    const baseSpace = endsParagraph ? "" : endSpace(base);
    const isDeletedOnly = proposals.length === 1 && proposals[0]?.wording.length === 0;
    say(fromA, "[");
    if (endsParagraph) say(end, "¶");
    let isFirst = base.length === 0;
    let spaceBefore = baseSpace !== "";
    for (const proposal of proposals) {
      if (!isFirst && !isDeletedOnly) say(end, spaceBefore ? "/ " : " / ");
      if (proposal.wording.length > 0) {
        this.#borrow(end, proposal, withoutEndSpace(proposal.wording));
        say(end, this.#by(proposal));
      } else if (isDeletedOnly) say(end, this.#by(proposal, "del. ").slice(spaceBefore ? 1 : 0));
      else say(end, `del.${this.#by(proposal)}`);
      this.#moveNote(end, proposal, beside);
      isFirst = false;
      spaceBefore = false;
    }
    say(end, "]");
    const space =
      base.length > 0
        ? baseSpace
        : proposals
            .map(({ wording }) => endSpace(wording))
            .join("")
            .charAt(0);
    if (space !== "" && !endsParagraph) say(end, space, "plain");
  }

  /** Whole paragraphs or rows: `Alt. 1 [base text]`, then `Alt. 2 [another wording (XAA)]` below it. */
  #alternatives(passage: Passage): void {
    const { fromA, toA, proposals } = passage;
    const first = this.#tokens.findIndex(({ kind }, i) => i >= fromA && kind !== "open");
    const last = this.#tokens.findLastIndex(({ kind }, i) => i < toA && kind === "mark");
    const beside = this.#beside(first);
    const rivals = proposals.filter(({ wording }) => wording.length > 0);
    const deleting = proposals.filter(({ wording }) => wording.length === 0);
    const say = (gap: number, text: string): void => this.#say(gap, text, "bold", beside);
    say(first, rivals.every(isCell) ? "[" : "Alt. 1 [");
    for (const proposal of deleting) {
      say(last, this.#by(proposal, "del. "));
      this.#moveNote(last, proposal, beside);
    }
    for (const proposal of rivals.filter(isCell)) {
      say(last, " / ");
      this.#borrow(last, proposal, withoutEnds(proposal.wording));
      say(last, this.#by(proposal));
    }
    say(last, "]");
    const own = placedParagraphs(this.#compiled.story)
      .filter(({ from, paragraph }) => from >= fromA && from < toA && isNumbered(paragraph))
      .map(({ paragraph }) => paragraph.label);
    for (const [i, proposal] of rivals.filter((each) => !isCell(each)).entries()) {
      const further = this.#labels.insertion(toA, this.#fileOf(proposal));
      const left = [...own];
      this.#whole(passage, proposal, `Alt. ${i + 2} `, (properties, file) =>
        file.numbering.positionOf(properties) === null ? "" : (left.shift() ?? further(properties)),
      );
    }
  }

  /** Whole paragraphs, rows or tables in brackets, numbers typed: `[14 bis. … (XAA)]`. */
  #whole(
    { toA }: Passage,
    proposal: Proposal,
    opening: string,
    labelOf: (properties: XmlElement | null, file: WordFile) => string,
  ): void {
    const { wording } = proposal;
    const first = wording.findIndex(({ kind }) => kind !== "open");
    const last = wording.findLastIndex(({ kind }) => kind === "mark");
    let literal = false;
    for (const [i, token] of wording.entries()) {
      const isText = token.kind !== "open" && token.kind !== "close";
      const file = this.#isBase(token) ? this.#context.base : this.#fileOf(proposal);
      const beside = runPropertiesOf(token);
      if (isText && beginsBlock(wording, i)) {
        const mark = markFrom(wording, i);
        const markFile = mark !== undefined && this.#isBase(mark) ? this.#context.base : file;
        const label = mark === undefined ? "" : labelOf(propertiesOf(mark), markFile);
        literal = label !== "";
        const number = literal ? [editorWords(label, "plain", beside), editorTab()] : [];
        const bracket = i === first ? [editorWords(`${opening}[`, "bold", beside)] : [];
        // An alternative belongs to the number of the base text; a new number is itself proposed.
        this.#add(toA, null, opening === "" ? [...bracket, ...number] : [...number, ...bracket]);
      }
      if (i === last) {
        this.#say(toA, this.#by(proposal), "bold", this.#besideIn(wording, i));
        this.#moveNote(toA, proposal, this.#besideIn(wording, i));
        this.#add(toA, null, [editorWords("]", "bold", this.#besideIn(wording, i))]);
      }
      if (token.kind === "mark" && literal) {
        const owner = this.#isBase(token) ? null : ownerOf(proposal);
        this.#add(toA, owner, [editorMark(withoutAutomaticNumber(propertiesOf(token), file))]);
        literal = false;
      } else this.#borrowOne(toA, proposal, token, true);
    }
  }

  /** A cell more would not fit the grid of the base's table: its words stand in the cell before it. */
  #newCell({ fromA }: Passage, proposal: Proposal): void {
    const isFirst = this.#tokens[fromA - 1]?.kind === "open";
    const gap = isFirst
      ? inlineGap(this.#compiled.story, fromA)
      : this.#tokens.findLastIndex(({ kind }, i) => i < fromA && kind === "mark");
    if (gap === null || gap < 0) return;
    const beside = this.#beside(gap);
    this.#add(gap, null, [editorWords(` [${isFirst ? "cell before this" : "further cell"}: `, "bold", beside)]);
    this.#borrow(gap, proposal, withoutEnds(proposal.wording));
    this.#say(gap, `${this.#by(proposal)}]`, "bold", beside);
  }

  #structureNote(passage: Passage, proposals: readonly Proposal[]): void {
    for (const proposal of proposals) {
      const entry = this.#entry(passage)?.proposals[passage.proposals.indexOf(proposal)];
      if (entry === undefined) continue;
      const note = tellStructure(entry, this.#context.isAttributed);
      const gap = inlineGap(this.#compiled.story, passage.fromA);
      if (gap === null) this.#leftOver.push(`${passage.place.citation}: ${note}`);
      else this.#add(gap, null, [editorWords(`[Editor’s note: ${note}] `, "italic", this.#beside(gap))]);
    }
  }

  #storyEntry: StoryEntry | null = null;

  #entry({ id }: Passage): PassageEntry | undefined {
    this.#storyEntry ??= storyEntry(this.#compiled, false);
    return this.#storyEntry.passages.find((entry) => entry.id === id);
  }

  /** ` (XAA, XBB)`; nothing where names are left out. */
  #by(proposal: Proposal, what = ""): string {
    return this.#context.isAttributed ? ` (${what}${sponsorsOf(proposal)})` : "";
  }

  #say(gap: number, text: string, emphasis: Emphasis, beside: XmlElement | null): void {
    if (text !== "") this.#add(gap, null, [editorWords(text, emphasis, beside)]);
  }

  #moveNote(gap: number, proposal: Proposal, beside: XmlElement | null): void {
    // An editor's note names who moves what.
    if (!this.#context.isAttributed) return;
    for (const note of tellMoves(proposal, this.#context.passages)) {
      this.#add(gap, null, [editorWords(` [Editor’s note: ${note}]`, "italic", beside)]);
    }
  }

  /** Words of a proposal within a paragraph; where it ends one, a sign stands. */
  #borrow(gap: number, proposal: Proposal, wording: readonly Token[]): void {
    for (const [i, token] of wording.entries()) {
      if (token.kind !== "mark") this.#borrowOne(gap, proposal, token, i > 0);
      else this.#add(gap, null, [editorWords(`${i === 0 ? "" : " "}¶${i === wording.length - 1 ? "" : " "}`, "bold")]);
    }
  }

  /** A note told in the text needs a space before it if it stands `behind` words. */
  #borrowOne(gap: number, proposal: Proposal, token: Token, behind: boolean): void {
    const note = noteIn(token);
    const at = this.#positions.get(token);
    if (at !== undefined) {
      const hasNumber = note !== null && !note.hasOwnMark;
      this.#add(gap, null, [hasNumber ? noteNumber(token, this.#notes.before(at, note.kind) + 1) : repeated(token)]);
    } else if (note === null) this.#add(gap, ownerOf(proposal), [token]);
    else {
      const told = noteInText(token, note.kind, this.#newNoteMark(gap, note.kind));
      this.#add(gap, null, behind ? [editorWords(" ", "plain"), told] : [told]);
    }
  }

  /** `5 bis`, `5 ter`: behind the last note of the base text before the gap. */
  #newNoteMark(gap: number, kind: NoteKind): string {
    const number = this.#notes.before(gap, kind);
    const key = `${kind} ${number}`;
    const count = this.#newNotes.get(key) ?? 0;
    this.#newNotes.set(key, count + 1);
    return number === 0 ? labelBefore("1", count) : labelBehind(String(number), count);
  }

  #beside(at: number): XmlElement | null {
    return this.#besideIn(this.#tokens, at);
  }

  /** The look of the word at a position, or of the one before it where a paragraph ends there. */
  #besideIn(tokens: readonly Token[], at: number): XmlElement | null {
    const token = tokens[at];
    const former = tokens[at - 1];
    if (token !== undefined && token.kind === "word") return runPropertiesOf(token);
    return former !== undefined && former.kind === "word" ? runPropertiesOf(former) : null;
  }

  #isBase(token: Token): boolean {
    return this.#positions.has(token);
  }

  #fileOf(proposal: Proposal): WordFile {
    return this.#context.fileOf(ownerOf(proposal));
  }

  #add(gap: number, owner: DelegationCode | null, tokens: readonly Token[]): void {
    const last = this.#additions.at(-1);
    const passage = this.#passage;
    if (last?.gap === gap && last.owner === owner && last.passage === passage) last.tokens.push(...tokens);
    else this.#additions.push({ gap, owner, passage, tokens: [...tokens] });
  }
}
