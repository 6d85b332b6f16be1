/** Better Auth's own endpoints; see https://better-auth.com/docs. They stand outside the contract. */

export type SignInOutcome =
  | "signed in"
  | "second factor"
  | "wrong"
  | "no passkey"
  | "locked out"
  | "no connection"
  | "elsewhere";

/** With a second factor, `confirmSignIn` comes after it. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const answer = await post("sign-in/email", { email, password });
  return answer.outcome === "signed in" && answer.body.twoFactorRedirect === true ? "second factor" : answer.outcome;
}

/** The six digits of an authenticator. */
export async function confirmSignIn(code: string): Promise<SignInOutcome> {
  return (await post("two-factor/verify-totp", { code })).outcome;
}

/** One of the codes that were written down when the second factor was set up; each counts once. */
export async function confirmByBackupCode(code: string): Promise<SignInOutcome> {
  return (await post("two-factor/verify-backup-code", { code })).outcome;
}

/** The device asks for a finger or its own code, and answers for the person. */
export async function signInByPasskey(): Promise<SignInOutcome> {
  try {
    const asked = await fetch("/api/auth/passkey/generate-authenticate-options");
    if (!asked.ok) return outcomeOf(asked.status);
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await asked.json());
    const given = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential | null;
    return given === null
      ? "wrong"
      : (await post("passkey/verify-authentication", { response: given.toJSON() })).outcome;
  } catch {
    // Somebody has closed what the browser asked, or has no passkey for this site.
    return "no passkey";
  }
}

/** Whether there is such an account is not told: the answer is the same. */
export async function requestPasswordReset(email: string): Promise<SignInOutcome> {
  return (await post("request-password-reset", { email })).outcome;
}

/** `wrong` where the link has been used, is too old, or never was one. */
export async function resetPassword(token: string, newPassword: string): Promise<SignInOutcome> {
  return (await post("reset-password", { token, newPassword })).outcome;
}

/** Leaves for another issuer, which sends the person back to `back`. */
export async function signInElsewhere(provider: string, back: string): Promise<SignInOutcome> {
  const { outcome, body } = await post("sign-in/social", { provider, callbackURL: back });
  if (outcome !== "signed in" || typeof body.url !== "string") return outcome;
  location.assign(body.url);
  return "elsewhere";
}

/** Nothing of what the person has read stays in the page. */
export async function signOut(): Promise<void> {
  await post("sign-out", {});
  sessionStorage.clear();
  location.assign("/");
}

/** Loads the page anew: the server renders it for whoever is signed in now. */
export function goOn(back: string): void {
  location.assign(back);
}

/** An address within this site, or the first page: nobody is sent elsewhere by a link that somebody made up. */
export function backWithin(given: string | null): string {
  if (given === null || given === "/sign-in") return "/";
  return /^\/(?![/\\])[^\\]*$/.test(given) ? given : "/";
}

interface AuthAnswer {
  readonly outcome: SignInOutcome;
  readonly body: Readonly<Record<string, unknown>>;
}

async function post(path: string, body: Readonly<Record<string, unknown>>): Promise<AuthAnswer> {
  try {
    const response = await fetch(`/api/auth/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer = (await response.json().catch(() => null)) as AuthAnswer["body"] | null;
    return { outcome: outcomeOf(response.status), body: answer ?? {} };
  } catch {
    return { outcome: "no connection", body: {} };
  }
}

function outcomeOf(status: number): SignInOutcome {
  if (status < 300) return "signed in";
  if (status === 429 || status === 423) return "locked out";
  return status >= 500 ? "no connection" : "wrong";
}
