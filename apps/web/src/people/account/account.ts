/** How one signs in, as Better Auth keeps it; see https://better-auth.com/docs. It stands outside the contract. */

export type Refusal =
  | "wrong password"
  | "no password"
  | "wrong code"
  | "not fresh"
  | "signed out"
  | "no passkey made"
  | "passkey known"
  | "locked out"
  | "no connection"
  | "refused";

/** Why a change was not made. */
export class AccountRefusal extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`The account was not changed: ${refusal}.`);
    this.refusal = refusal;
  }
}

export interface Account {
  readonly session: { readonly id: string };
  readonly user: { readonly twoFactorEnabled?: boolean | null; readonly illustrative: boolean };
}

export interface Passkey {
  readonly id: string;
  /** As its person calls it; `""` or `null` where they have not. */
  readonly name?: string | null;
  readonly createdAt: string;
}

export interface Session {
  readonly id: string;
  readonly token: string;
  readonly createdAt: string;
  readonly ipAddress?: string | null;
  readonly userAgent?: string | null;
}

/** What an authenticator must know, and the codes that stand in for it. */
export interface Enrolment {
  /** In base 32, as authenticators take it by hand. */
  readonly secret: string;
  /** The same as an `otpauth:` address. */
  readonly address: string;
  readonly backupCodes: readonly string[];
}

export const readAccount = () => ask<Account>("get-session");
export const listPasskeys = () => ask<readonly Passkey[]>("passkey/list-user-passkeys");
export const listSessions = () => ask<readonly Session[]>("list-sessions");

/** All other sessions end with it. */
export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await ask("change-password", { currentPassword, newPassword });
}

/** The device asks for a finger or its own code, and keeps the passkey. */
export async function addPasskey(name: string): Promise<void> {
  const options = await ask<PublicKeyCredentialCreationOptionsJSON>("passkey/generate-register-options");
  const response = await makePasskey(options);
  await ask("passkey/verify-registration", { response, ...(name === "" ? {} : { name }) });
}

async function makePasskey(options: PublicKeyCredentialCreationOptionsJSON): Promise<unknown> {
  try {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
    return made.toJSON();
  } catch (error) {
    // That the device has one for this account already, it tells; all else is somebody who closed what was asked.
    const isKnown = error instanceof DOMException && error.name === "InvalidStateError";
    throw new AccountRefusal(isKnown ? "passkey known" : "no passkey made");
  }
}

export async function namePasskey(id: string, name: string): Promise<void> {
  await ask("passkey/update-passkey", { id, name });
}

export async function removePasskey(id: string): Promise<void> {
  await ask("passkey/delete-passkey", { id });
}

/** Begins a second factor. It counts once `confirmSecondFactor` has shown that the authenticator works. */
export async function enrolSecondFactor(password: string): Promise<Enrolment> {
  const answer = await ask<{ readonly totpURI: string; readonly backupCodes: readonly string[] }>("two-factor/enable", {
    password,
  });
  const secret = new URL(answer.totpURI).searchParams.get("secret") ?? "";
  return { secret, address: answer.totpURI, backupCodes: answer.backupCodes };
}

export async function confirmSecondFactor(code: string): Promise<void> {
  await ask("two-factor/verify-totp", { code });
}

export async function removeSecondFactor(password: string): Promise<void> {
  await ask("two-factor/disable", { password });
}

/** The codes of before are worth nothing then. */
export async function makeBackupCodes(password: string): Promise<readonly string[]> {
  const answer = await ask<{ readonly backupCodes: readonly string[] }>("two-factor/generate-backup-codes", {
    password,
  });
  return answer.backupCodes;
}

export async function endSession(token: string): Promise<void> {
  await ask("revoke-session", { token });
}

export async function endOtherSessions(): Promise<void> {
  await ask("revoke-other-sessions", {});
}

/** Throws an `AccountRefusal` where the answer is no answer. Without a body it only reads. */
async function ask<Answer>(path: string, body?: Readonly<Record<string, unknown>>): Promise<Answer> {
  const init =
    body === undefined
      ? {}
      : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`/api/auth/${path}`, init).catch(() => {
    throw new AccountRefusal("no connection");
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new AccountRefusal(refusalOf(response.status, codeIn(answer)));
  // Whoever is signed out has no session; that is an answer, and it is nothing.
  if (path === "get-session" && answer === null) throw new AccountRefusal("signed out");
  return answer as Answer;
}

const REFUSALS: Readonly<Record<string, Refusal>> = {
  INVALID_PASSWORD: "wrong password",
  CREDENTIAL_ACCOUNT_NOT_FOUND: "no password",
  INVALID_CODE: "wrong code",
  SESSION_NOT_FRESH: "not fresh",
  USER_NOT_VERIFIED: "no passkey made",
  PREVIOUSLY_REGISTERED: "passkey known",
};

function refusalOf(status: number, code: string): Refusal {
  if (status >= 500) return "no connection";
  if (status === 429 || status === 423) return "locked out";
  return REFUSALS[code] ?? (status === 401 ? "signed out" : "refused");
}

function codeIn(answer: unknown): string {
  return typeof answer === "object" && answer !== null && "code" in answer ? String(answer.code) : "";
}
