import { type EngineClient, startEngine } from "./engine-client.ts";
import {
  type FileList,
  leftOut,
  membersOf,
  NO_FILES,
  type SubmissionFile,
  UNREAD,
  withBase,
  withoutSubmission,
  withRemovedAgain,
  withSubmission,
} from "./file-list.ts";
import type { DelegationChoice, FileProblem, FormatChoice, FormatWritten } from "./protocol.ts";

export interface SessionState extends FileList {
  readonly delegations: readonly DelegationChoice[];
  readonly formats: readonly FormatChoice[];
  /** What is being done now; `null` when everything is done that can be. */
  readonly activity: "reading" | "compiling" | null;
  /** What kept the compilation from being made, though each file could be read; `null` if nothing did. */
  readonly failure: FileProblem | null;
}

/** The files and their compilation from first drop to download. One per page; React listens through `subscribe`. */
export class Session {
  #state: SessionState = { ...NO_FILES, delegations: [], formats: [], activity: null, failure: null };
  readonly #engine: EngineClient = startEngine();
  readonly #listeners = new Set<() => void>();
  /** Counts up with every change of the files, so that an answer about files of before is not taken for news. */
  #edition = 0;
  #compiled = 0;
  /** Counts up with every fresh start. */
  #round = 0;
  #lastId = 0;
  #working = false;
  #taken: Promise<void> = Promise.resolve();

  readonly state = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async start(): Promise<void> {
    const delegations = await this.#engine.ask("delegations");
    this.#set({ delegations, formats: await this.#engine.ask("formats") });
  }

  /** Forgets all files and begins with these. Without a base text among them, the page asks for one. */
  async begin(origin: FileList["origin"], base: File | null, submissions: readonly File[]): Promise<void> {
    this.#round += 1;
    this.#change(() => ({ ...NO_FILES, origin }));
    if (base !== null) this.giveBase(base);
    await this.addSubmissions(submissions);
  }

  /** All at once, where nobody said which file is the base text; if every name tells of a delegation, the first is. */
  async beginUnsorted(origin: FileList["origin"], files: readonly File[]): Promise<void> {
    const base = (await this.#likelyBase(files)) ?? files[0] ?? null;
    await this.begin(
      origin,
      base,
      files.filter((file) => file !== base),
    );
  }

  /**
   * Files of which nobody said what they are, added to those that are there; they take the place of the illustrative. One
   * drop after the other: the second of two quick ones must find what the first began.
   */
  take(files: readonly File[]): Promise<void> {
    const turn = this.#taken.then(() => this.#take(files));
    this.#taken = turn.catch(() => undefined);
    return turn;
  }

  async #take(files: readonly File[]): Promise<void> {
    const { origin, base, submissions } = this.#state;
    if (origin === "illustrative" || (base === null && submissions.length === 0)) {
      return this.beginUnsorted("own", files);
    }
    const round = this.#round;
    const found = base === null ? await this.#likelyBase(files) : null;
    // Somebody may have started afresh while the names were read.
    if (round !== this.#round) return;
    if (found !== null) this.giveBase(found);
    await this.addSubmissions(files.filter((file) => file !== found));
  }

  /** The first whose name tells of no delegation. */
  async #likelyBase(files: readonly File[]): Promise<File | null> {
    const codes = await Promise.all(files.map(({ name }) => this.#engine.ask("recognise", name)));
    return files.find((_, i) => codes[i]?.length === 0) ?? null;
  }

  giveBase(file: File): void {
    const base = { id: this.#nextId(), file, stage: "waiting", read: null, problem: null } as const;
    this.#change((list) => withBase(list, base));
  }

  async addSubmissions(files: readonly File[]): Promise<void> {
    const round = this.#round;
    const added = await Promise.all(
      files.map(async (file): Promise<SubmissionFile> => {
        const codes = await this.#engine.ask("recognise", file.name);
        const code = codes.length === 1 ? (codes[0] ?? null) : null;
        return { id: this.#nextId(), file, code, candidates: code === null ? codes : [], ...UNREAD };
      }),
    );
    // Somebody may have started afresh while the names were read.
    if (round !== this.#round || added.length === 0) return;
    this.#change((list) => ({ ...list, submissions: [...list.submissions, ...added], removed: null }));
  }

  /** Adds a delegation that the catalogue does not have. Rejects with a `FileProblem`. */
  async addDelegation(code: string, name: string): Promise<void> {
    this.#set({ delegations: await this.#engine.ask("addDelegation", code, name) });
  }

  /** Says whose file it is. Nothing is read again. */
  nameDelegation(id: number, code: string | null): void {
    this.#change((list) => withSubmission(list, id, { code }));
  }

  /** Takes a file that does not look like a copy of the base text: a person knows better. */
  acceptUnrelated(id: number): void {
    this.#change((list) => withSubmission(list, id, { ...UNREAD, isAccepted: true }));
  }

  removeSubmission(id: number): void {
    this.#forgetRemoved();
    this.#change((list) => withoutSubmission(list, id));
  }

  /** Removes every file; `undo` brings them back. */
  startAfresh(): void {
    this.#forgetRemoved();
    this.#round += 1;
    this.#change(({ origin, base, submissions }) => ({
      ...NO_FILES,
      removed: { origin, base, submissions: submissions.map((file, at) => ({ at, file })) },
    }));
  }

  undo(): void {
    this.#round += 1;
    this.#change(withRemovedAgain);
  }

  write(format: FormatChoice["id"]): Promise<FormatWritten> {
    const { conflicts } = this.#state;
    const missing = leftOut(this.#state).map(({ id, file, problem }) => ({
      name: file.name,
      reason: (problem ?? conflicts.get(id))?.message ?? "Nobody has said yet whose it is.",
    }));
    return this.#engine.ask("write", format, missing);
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  #forgetRemoved(): void {
    const ids = this.#state.removed?.submissions.map(({ file }) => file.id) ?? [];
    if (ids.length > 0) void this.#engine.ask("forget", ids);
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #change(change: (list: FileList) => FileList): void {
    this.#edition += 1;
    this.#set(change(this.#state));
    void this.#work();
  }

  /** Reads what waits, one file after the other, and compiles when nothing waits any more. */
  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    while (await this.#step());
    this.#working = false;
    this.#set({ activity: null });
  }

  /** Does the next thing; false if there is none. */
  async #step(): Promise<boolean> {
    const { base, submissions } = this.#state;
    if (base?.stage === "waiting") return this.#readBase();
    const next = base?.stage === "read" ? submissions.find(({ stage }) => stage === "waiting") : undefined;
    if (next !== undefined) return this.#readSubmission(next);
    if (this.#compiled === this.#edition) return false;
    return this.#compile();
  }

  async #readBase(): Promise<boolean> {
    const base = this.#state.base;
    if (base === null) return true;
    const put = (change: Partial<typeof base>): void => {
      const now = this.#state.base;
      if (now?.id === base.id) this.#set({ base: { ...now, ...change } });
    };
    this.#set({ activity: "reading" });
    put({ stage: "reading" });
    try {
      put({ stage: "read", read: await this.#engine.ask("readBase", await givenFile(base.file)) });
    } catch (problem) {
      put({ stage: "failed", problem: problem as FileProblem });
    }
    return true;
  }

  async #readSubmission({ id, file, code, isAccepted }: SubmissionFile): Promise<boolean> {
    const base = this.#state.base;
    const put = (change: Partial<SubmissionFile>): void => {
      if (this.#state.base?.id === base?.id) this.#set(withSubmission(this.#state, id, change));
    };
    this.#set({ activity: "reading" });
    put({ stage: "reading" });
    try {
      const given = await givenFile(file);
      put({ stage: "read", receipt: await this.#engine.ask("readSubmission", id, given, code, isAccepted) });
    } catch (problem) {
      put({ stage: "failed", problem: problem as FileProblem });
    }
    return true;
  }

  async #compile(): Promise<boolean> {
    const edition = this.#edition;
    const round = this.#state.submissions.map(({ id, file, code }) => ({ id, name: file.name, code }));
    const conflicts = await this.#engine.ask("check", round);
    // Where the files changed meanwhile there is something else to do first.
    if (edition !== this.#edition) return true;
    this.#set({ conflicts });
    const members = this.#state.base?.stage === "read" ? membersOf(this.#state) : [];
    this.#compiled = edition;
    if (members.length === 0) {
      this.#set({ compilation: null, failure: null });
      return true;
    }
    this.#set({ activity: "compiling" });
    try {
      const compilation = await this.#engine.ask("compile", members);
      if (edition === this.#edition) this.#set({ compilation, failure: null });
    } catch (problem) {
      if (edition === this.#edition) this.#set({ compilation: null, failure: problem as FileProblem });
    }
    return true;
  }
}

/** Rejects with a `FileProblem`, as where a file was moved or changed after it was chosen. */
async function givenFile(file: File): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    const message = "The file can no longer be read: it was moved, changed or removed after it was chosen.";
    throw { code: "unreadable", message, advice: "Choose it again." } satisfies FileProblem;
  }
}
