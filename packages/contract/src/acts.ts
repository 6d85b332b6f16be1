/** What a record tells of, and what can be done to it: an act is both, with a dot between them. */
type ActsBySubject = Readonly<Record<string, readonly string[]>>;

const IN_INSTALLATION = {
  installation: ["set up", "restored"],
  backup: ["made"],
  password: ["changed", "reset"],
  "second factor": ["set up", "removed"],
  "backup codes": ["made"],
  passkey: ["added", "removed"],
  token: ["made", "revoked"],
} as const satisfies ActsBySubject;

/** In the chains of a workspace: its own, those of its delegations and of bilateral consultations. */
const IN_WORKSPACE = {
  workspace: ["made"],
  delegation: ["admitted"],
  invitation: ["sent", "revoked"],
  member: ["joined", "left"],
  text: ["made", "changed"],
  draft: ["added"],
  round: ["made", "changed", "announced", "opened", "reminded", "closed", "cancelled", "carried"],
  proposal: ["added", "changed", "removed"],
  "room file": ["added", "removed"],
  alignment: ["set"],
  submission: ["cleared", "submitted", "entered", "carried", "withdrawn", "taken back", "admitted"],
  compilation: ["asked for", "built", "failed", "released"],
  position: ["taken"],
  wording: ["tabled"],
  bracket: ["set"],
  meeting: ["planned", "changed", "opened", "moved on", "closed"],
  floor: ["asked for", "speaking", "spoken", "withdrawn"],
  decision: ["recorded", "undone"],
  statement: ["attached", "removed"],
  bilateral: ["opened", "note added", "wording added", "wording promoted", "closed"],
  "next draft": ["made"],
} as const satisfies ActsBySubject;

type ActOf<Acts extends ActsBySubject> = {
  [Subject in keyof Acts]: Subject extends string ? `${Subject}.${Acts[Subject][number]}` : never;
}[keyof Acts];

/** Every act that the record can hold: `"round.closed"`. */
export type RecordAct = ActOf<typeof IN_INSTALLATION> | ActOf<typeof IN_WORKSPACE>;

/** What acts in a workspace are about: `"round"`. */
export type ActSubject = keyof typeof IN_WORKSPACE;

export const ACT_SUBJECTS = Object.keys(IN_WORKSPACE) as readonly ActSubject[];

export const RECORD_ACTS = Object.entries({ ...IN_INSTALLATION, ...IN_WORKSPACE }).flatMap(([subject, deeds]) =>
  deeds.map((deed) => `${subject}.${deed}`),
) as readonly RecordAct[];
