export type RefusalCode =
  | "already-there"
  | "backup-not-read"
  | "backup-newer"
  | "database-empty"
  | "database-newer"
  | "database-not-empty"
  | "database-not-opened"
  | "file-not-read"
  | "in-use";

/** Why something was not done to an installation: what, where, and what to do. Nothing was changed. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** A file or a database, as an operator names it. */
  readonly where: string;
  readonly advice: string;

  constructor(code: RefusalCode, where: string, what: string, advice: string, options?: ErrorOptions) {
    super(what, options);
    this.name = "Refusal";
    this.code = code;
    this.where = where;
    this.advice = advice;
  }
}
