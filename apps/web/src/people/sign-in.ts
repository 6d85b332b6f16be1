/** Better Auth's own endpoints; see https://better-auth.com/docs. They stand outside the contract. */

export type SignInOutcome = "signed in" | "second factor" | "wrong" | "locked out" | "no connection";

/** With a second factor, `confirmSignIn` comes after it. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const answer = await post("sign-in/email", { email, password });
  return answer.outcome === "signed in" && answer.body.twoFactorRedirect === true ? "second factor" : answer.outcome;
}

/** The six digits of an authenticator. */
export async function confirmSignIn(code: string): Promise<SignInOutcome> {
  return (await post("two-factor/verify-totp", { code })).outcome;
}

/** Leaves for another issuer, which sends the person back to `back`. */
export async function signInElsewhere(providerId: string, back: string): Promise<SignInOutcome> {
  const { outcome, body } = await post("sign-in/oauth2", { providerId, callbackURL: back });
  if (typeof body.url === "string") location.assign(body.url);
  return outcome;
}

/** Nothing of what the person has read stays in the page. */
export async function signOut(): Promise<void> {
  await post("sign-out", {});
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

async function post(path: string, body: Readonly<Record<string, string>>): Promise<AuthAnswer> {
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
