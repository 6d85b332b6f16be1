/** Why an embedded database was not opened: what is, and what to do. Nothing was changed. */
export class NotOpened extends Error {
  /** The data folder. */
  readonly folder: string;
  readonly what: string;
  readonly advice: string;

  constructor(folder: string, what: string, advice: string, options?: ErrorOptions) {
    super(`${what} ${advice}`, options);
    this.name = "NotOpened";
    this.folder = folder;
    this.what = what;
    this.advice = advice;
  }
}
