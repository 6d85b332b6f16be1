import type { ProblemCode } from "../problems.ts";

export interface ProblemHelp {
  /** When this problem comes. Names of fields and headers stand between backticks. */
  readonly when: string;
  readonly advice: string;
}

/** What /problems/<code> and docs/reference/api-problems.md say of each problem, in the order of `PROBLEMS`. */
export const PROBLEM_HELP: Readonly<Record<ProblemCode, ProblemHelp>> = {
  "not-valid": {
    when: "A parameter or a field of the body is missing, or is not what it must be. `fields` names each, by its path. Or the body is no JSON.",
    advice: "Mend what `fields` names. openapi.json says what each must be.",
  },
  "sign-in-needed": {
    when: "What you asked for is not public, and the request has neither a session nor an access token. Or the token is not valid: it was revoked, is too old, or was cut off when it was copied.",
    advice: "Sign in, or make a new access token. Repeating the request as it is does not help.",
  },
  "not-allowed": {
    when: "Your role does not include this act. An expert, for instance, does not clear a submission.",
    advice:
      "Ask somebody who has the role; `detail` says what it takes. The field `may` of what you read lists what you may do with it.",
  },
  "not-same-site": {
    when: "A page of another site sent a change with the cookies of whoever looks at it. It also comes where the server is reached by another address than the one in its settings.",
    advice:
      "Open the site itself and do it there. A program uses an access token, not cookies. If you run the server, set `COMPENDIUM_URL` to the address that people use.",
  },
  "not-found": {
    when: "There is no such thing, or there is one that you may not see: the answer is the same, so that it gives nothing away.",
    advice: "Check the identifier. If it is right, ask the secretariat whether you may see it.",
  },
  "changed-meanwhile": {
    when: "The `version` or `sha256` that you sent is no longer the present one. Nothing was changed, so nobody's work is overwritten unseen.",
    advice:
      "Read it again, or take `current`; show both to a person, or make the change anew from there. Do not repeat the request with the new version unseen.",
  },
  "not-now": {
    when: "The time or the state is not right: the deadline has passed, or has not; the submission is not cleared; the compilation is not built yet.",
    advice: "`detail` says what it waits for. Repeating helps only once that has happened.",
  },
  "already-exists": {
    when: "A delegation is admitted twice, the same file is put into a room twice, a draft with the same symbol is uploaded, one person proposes two wordings for one paragraph.",
    advice:
      "Use the one that is there. After a request of which you did not see the answer, this says that it was done.",
  },
  "not-confirmed": {
    when: "The act has a consequence that you may not have seen: another submission stands that this one would replace, or the name of the file tells of another delegation. Nothing was changed. It also comes where you confirmed something else than what is true now.",
    advice:
      "Show `detail` to a person. If it is meant, repeat the request with the parameters that `fields` names; `current` has their values.",
  },
  "rival-wordings": {
    when: "Files and proposals in a delegation's room contradict each other. Which wording is meant is for a person to say.",
    advice: "`readConsolidated` lists the passages with all wordings. Change or remove what is not meant.",
  },
  "too-large": {
    when: "A file has more bytes than the operator allows, 50 MB if nobody set it otherwise; or another body is longer than 1 MB.",
    advice: "Compress the pictures in Word, or leave them out, and save again.",
  },
  "wrong-type": {
    when: "The header `Content-Type` is missing or is another than the operation takes: JSON for most, the type of `.docx` files for files. Also when a file was wrapped in a form.",
    advice: "Send the file itself as the body, not as `multipart/form-data`, with the type that openapi.json names.",
  },
  "file-not-read": {
    when: "The file is no Word file, is damaged or encrypted, or does not belong to the draft.",
    advice: "`detail` says why, and what to do; problems says more about each. The file was not kept.",
  },
  "too-many": {
    when: "More requests came in a minute than one person, or one address, may send.",
    advice:
      "Wait as long as the header `Retry-After` says, in seconds, then go on more slowly. To follow what happens, listen to the live events in place of asking again and again.",
  },
  "locked-out": {
    when: "Several wrong passwords were given for one address within a quarter of an hour, by whomever. It comes from signing in, under `/api/auth`, and from no operation.",
    advice: "Wait as long as `Retry-After` says, or set a new password by e-mail. Access tokens go on working.",
  },
  "server-fault": {
    when: "Something happened that nobody foresaw. It was noted in the server's log. Nothing was changed. The client of this project uses the code too where the answer is none of ours, such as the page of a proxy.",
    advice: "Try again. If it stays, tell the operator when it was and what you did.",
  },
  "store-unavailable": {
    when: "The database is being restarted, or the connection to it was lost. Nothing was changed.",
    advice: "Try again in a moment. The same request can be repeated.",
  },
  "store-full": {
    when: "The database has no room for what you sent. Nothing was changed; reading still works.",
    advice: "Tell the operator to make room, then try again.",
  },
};
