import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import type { Clock } from "../../platform/clock.ts";
import type { Settings } from "../../platform/settings.ts";
import type { Db } from "../../platform/tables.ts";
import { demonstration } from "./demonstration.ts";
import { lockOut } from "./lock-out.ts";

export type Auth = ReturnType<typeof createAuth>;

export interface AuthOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly secret: string;
  /** Whether anyone may sign in as an illustrative person, asked each time. */
  readonly isDemonstration: () => Promise<boolean>;
}

/** Header in which the server tells the address of whoever asks; what a client sends under this name is overwritten. */
export const ADDRESS_HEADER = "x-compendium-address";

/** Sign-in by password, passkey or another issuer, with a second factor. All cryptography is Better Auth's. */
export function createAuth({ db, clock, settings, secret, isDemonstration }: AuthOptions) {
  const { oidc } = settings;
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
    // Accounts come from invitations alone.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    account: { accountLinking: { enabled: true, trustedProviders: oidc === null ? [] : ["oidc"] } },
    session: { expiresIn: 60 * 60 * 12, updateAge: 60 * 60, freshAge: 60 * 15 },
    rateLimit: { enabled: true, storage: "database", window: 60, max: 100, customRules: SLOW_PATHS },
    advanced: {
      cookiePrefix: "compendium",
      useSecureCookies: settings.url.startsWith("https:"),
      // A link in a mail must find one signed in: so not Strict. Changes are held to the same origin in other ways.
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    hooks: lockOut(db, clock),
    plugins: [
      twoFactor({ issuer: "Compendium" }),
      passkey({ rpName: "Compendium", rpID: new URL(settings.url).hostname, origin: settings.url }),
      ...(oidc === null
        ? []
        : [
            genericOAuth({
              config: [
                {
                  providerId: "oidc",
                  discoveryUrl: `${oidc.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ["openid", "email", "profile"],
                  pkce: true,
                  disableSignUp: true,
                },
              ],
            }),
          ]),
      demonstration(isDemonstration),
    ],
    telemetry: { enabled: false },
    logger: { level: "error" },
  });
}

/** Guessing one account is stopped by the lock-out; these hold up guessing many from one address. */
const SLOW_PATHS = {
  "/sign-in/email": { window: 60, max: 30 },
  "/two-factor/*": { window: 60, max: 20 },
};
