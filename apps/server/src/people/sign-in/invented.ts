import { ApiProblem } from "@compendium/contract";

/**
 * Of an invented person's account, which all visitors of the demonstration share, nothing is shown and nothing changed:
 * one visitor could lock the others out, learn their addresses, or leave a way in.
 */
const CLOSED: readonly string[] = [
  "/list-sessions",
  "/revoke-session",
  "/revoke-sessions",
  "/revoke-other-sessions",
  "/change-password",
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/generate-backup-codes",
  "/passkey/generate-register-options",
  "/passkey/verify-registration",
  "/passkey/update-passkey",
  "/passkey/delete-passkey",
];

/** Whether this endpoint of Better Auth is closed to an invented person. */
export function isClosedToInvented(path: string | undefined): boolean {
  return path !== undefined && CLOSED.includes(path);
}

/** Whether Better Auth knows this person as invented. */
export function isInvented(user: object): boolean {
  return "illustrative" in user && user.illustrative === true;
}

/** How our hooks tell `serveAuth` that this was asked of an invented person. */
export const INVENTED = "INVENTED_PERSON";

export function inventedRefusal(): ApiProblem {
  return new ApiProblem(
    "not-allowed",
    "This person is invented, and everybody who looks around signs in as them: their account stays as it is.",
  );
}
