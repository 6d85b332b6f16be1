/**
 * An answer of an operation that is written already, as JSON: what the database keeps as text goes out as it stands, and is
 * not parsed only to be written again.
 */
export class Written {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}
