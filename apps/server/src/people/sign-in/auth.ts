import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import type { FastifyBaseLogger } from "fastify";
import type { Services } from "../../platform/services.ts";
import type { Settings } from "../../platform/settings.ts";
import { recordChange, recordReset } from "./account-record.ts";
import { demonstration } from "./demonstration.ts";
import { forgetEnded } from "./forget-ended.ts";
import { INVENTED, isClosedToInvented, isInvented } from "./invented.ts";
import { lockOut } from "./lock-out.ts";
import { RESET_LASTS, sendPasswordReset } from "./password-reset.ts";
import { endOfSession, SESSION_LASTS } from "./session-limits.ts";
import { hasSignedIn, watch } from "./watch.ts";

export type Auth = ReturnType<typeof createAuth>;

export interface AuthOptions extends Pick<Services, "db" | "clock" | "jobs" | "settings"> {
  readonly secret: string;
  /** Whether anyone may sign in as an illustrative person, asked each time. */
  readonly isDemonstration: () => Promise<boolean>;
  readonly log: Pick<FastifyBaseLogger, "info" | "warn" | "error">;
}

/** Header in which the server tells the address of whoever asks; what a client sends under this name is overwritten. */
export const ADDRESS_HEADER = "x-compendium-address";

/** Sign-in by password, passkey or another issuer, with a second factor. All cryptography is Better Auth's. */
export function createAuth({ secret, isDemonstration, log, ...services }: AuthOptions) {
  const { db, clock, settings } = services;
  const { oidc } = settings;
  const isSecure = settings.url.startsWith("https:");
  const attempts = lockOut(db, clock);
  return betterAuth({
    appName: "Compendium",
    baseURL: settings.url,
    basePath: "/api/auth",
    secret,
    database: { db, type: "postgres" },
    trustedOrigins: [settings.url],
    user: {
      modelName: "person",
      additionalFields: {
        administersInstallation: { type: "boolean", required: true, input: false, defaultValue: false },
        illustrative: { type: "boolean", required: true, input: false, defaultValue: false },
        language: { type: "string", required: false },
      },
    },
    emailAndPassword: {
      enabled: true,
      // Accounts come from invitations alone.
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: RESET_LASTS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) =>
        sendPasswordReset(services, { email: user.email, illustrative: isInvented(user) }, token),
      onPasswordReset: ({ user }) => recordReset(services, user),
    },
    // Nobody is trusted by name: what an issuer says of an address counts only as `oidcProfile` reads it.
    account: { accountLinking: { enabled: true, trustedProviders: [] } },
    // The cookie lasts as long as a session can; that one ends sooner which nobody uses, the database says. Using it puts
    // the end off in `readSessions`. What changes how one signs in takes a sign-in of the last quarter of an hour.
    session: { expiresIn: SESSION_LASTS / 1000, disableSessionRefresh: true, freshAge: FRESH },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({ data: { ...session, expiresAt: endOfSession(session.createdAt, new Date()) } }),
        },
      },
    },
    rateLimit: { enabled: true, storage: "database", window: 60, max: 100, customRules: SLOW_PATHS },
    advanced: {
      // A name with `__Host-` is taken by browsers only from this very host, over https: no neighbour can plant one.
      cookiePrefix: isSecure ? "__Host-compendium" : "compendium",
      // Better Auth would put its own prefix before; the attribute itself stands below.
      useSecureCookies: false,
      // A link in a mail must find one signed in: so not Strict. Changes are held to the same origin in other ways.
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // By itself Better Auth leaves these out where tests run, and then nobody tests them.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    hooks: {
      before: createAuthMiddleware(async (call) => {
        await attempts.before(call);
        if (isClosedToInvented(call.path)) await refuseInvented(call);
        if (call.path === "/passkey/delete-passkey") await requireFresh(call);
        // Whoever changes a password may do so because somebody else has it.
        if (call.path === "/change-password") return { context: { body: { ...call.body, revokeOtherSessions: true } } };
        // No machine is let in for a month without the second factor: many here are shared, or stand in a conference room.
        if (call.path?.startsWith("/two-factor/verify-"))
          return { context: { body: { ...call.body, trustDevice: false } } };
        return;
      }),
      after: createAuthMiddleware(async (call) => {
        await attempts.after(call);
        await recordChange(services, call);
        if (hasSignedIn(call)) {
          await endSessionBefore(call);
          await forgetEnded(db, new Date());
        }
        watch(log, call);
      }),
    },
    plugins: [
      twoFactor({ issuer: "Compendium" }),
      passkey({
        rpName: "Compendium",
        rpID: new URL(settings.url).hostname,
        origin: settings.url,
        // A passkey stands for both factors: the device, and whoever unlocks it. So it must have asked them.
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        registration: {
          afterVerification: async ({ verification }) => requireVerified(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: async ({ verification }) => requireVerified(verification.authenticationInfo.userVerified),
        },
      }),
      ...(oidc === null ? [] : [genericOAuth({ config: [issuerOf(oidc)] })]),
      demonstration(isDemonstration),
    ],
    // Where another issuer's refusal leads: to the page on which one can try otherwise.
    onAPIError: {
      errorURL: `${settings.url}/sign-in`,
      // Refusals are noted by `watch`. What is left, nobody foresaw.
      onError: (error) => {
        if (!(error instanceof APIError)) log.error({ err: error }, "Sign-in failed.");
      },
    },
    telemetry: { enabled: false },
    logger: {
      level: "error",
      // What follows the first colon is what somebody sent; what comes beside the message can hold a whole query.
      log: (_, message) => log.error(`Sign-in: ${message.split(":")[0]}`),
    },
  });
}

function issuerOf({ issuer, clientId, clientSecret }: NonNullable<Settings["oidc"]>) {
  return {
    providerId: "oidc",
    discoveryUrl: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    scopes: ["openid", "email", "profile"],
    pkce: true,
    disableSignUp: true,
    requireIdTokenVerification: true,
    // An address that the issuer says nobody proved opens no account. Where it says nothing, as many do that serve one
    // organisation, the operator has chosen it as the one to believe.
    mapProfileToUser: (profile: Readonly<Record<string, unknown>>) => ({
      emailVerified: profile.email_verified === undefined || String(profile.email_verified) === "true",
    }),
  };
}

/** In seconds after sign-in: so long one may change how one signs in without signing in again. */
const FRESH = 60 * 15;

async function refuseInvented(call: Parameters<typeof getSessionFromCtx>[0]): Promise<void> {
  const session = await getSessionFromCtx(call);
  if (session !== null && isInvented(session.user)) throw new APIError("FORBIDDEN", { code: INVENTED });
}

/** Better Auth asks it of who adds a passkey, and not of who takes one away. */
async function requireFresh(call: Parameters<typeof getSessionFromCtx>[0]): Promise<void> {
  const session = await getSessionFromCtx(call);
  if (session !== null && Date.now() - session.session.createdAt.getTime() >= FRESH * 1000) {
    throw new APIError("FORBIDDEN", { code: "SESSION_NOT_FRESH", message: "Sign in again first." });
  }
}

type AfterCall = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Whoever signs in anew has no use for the session that this browser had; whoever planted it must not keep it. */
async function endSessionBefore(call: AfterCall): Promise<void> {
  const { authCookies, secret, internalAdapter, newSession } = call.context;
  const before = await call.getSignedCookie(authCookies.sessionToken.name, secret);
  if (before && before !== newSession?.session.token) await internalAdapter.deleteSession(before);
}

function requireVerified(userVerified: boolean | undefined): void {
  if (userVerified !== true) {
    throw new APIError("UNAUTHORIZED", {
      code: "USER_NOT_VERIFIED",
      message: "Unlock your device with its PIN, your finger or your face.",
    });
  }
}

/** Guessing one account is stopped by the lock-out; these hold up guessing many from one address. Per minute. */
const SLOW_PATHS = {
  // A conference signs in through one address in the quarter of an hour before a meeting.
  "/sign-in/email": { window: 60, max: 30 },
  // Nothing is guessed here, but each leaves a row in the database.
  "/sign-in/social": { window: 60, max: 60 },
  "/two-factor/*": { window: 60, max: 20 },
  // It says whether the present password is right: a session left open must not serve to find it out.
  "/change-password": { window: 60, max: 10 },
  "/request-password-reset": { window: 60, max: 10 },
  "/reset-password": { window: 60, max: 10 },
};
