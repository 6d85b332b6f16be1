import type { Server } from "node:http";
import { Provider } from "oidc-provider";
import { freePort } from "./free-port.ts";

export interface Issuer {
  readonly url: string;
  /** Who signs in there next, with what it says of them. */
  readonly person: (sub: string, claims: Readonly<Record<string, unknown>>) => void;
  readonly close: () => Promise<void>;
}

export const CLIENT = { id: "compendium", secret: "known to both" };

/** An issuer as any ministry could run one. It signs in whoever the test names, without asking. */
export async function startIssuer(redirectUri: string): Promise<Issuer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let subject = "nobody";
  const claimsOf = new Map<string, Readonly<Record<string, unknown>>>();
  const provider = new Provider(url, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    // As many issuers do, it writes the claims into the identity token as well.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub, ...claimsOf.get(sub) }) }),
    interactions: { url: (_, { uid }) => `/sign-in/${uid}` },
    cookies: { keys: ["for a test only"] },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  });
  provider.use(async (context, next) => {
    if (!context.path.startsWith("/sign-in/")) return next();
    const { prompt, params, session, grantId } = await provider.interactionDetails(context.req, context.res);
    if (prompt.name === "login") {
      const result = { login: { accountId: subject } };
      return provider.interactionFinished(context.req, context.res, result, { mergeWithLastSubmission: false });
    }
    const grant =
      (grantId === undefined ? undefined : await provider.Grant.find(grantId))
      ?? new provider.Grant({ accountId: session?.accountId ?? subject, clientId: String(params.client_id) });
    grant.addOIDCScope("openid email profile");
    const result = { consent: { grantId: await grant.save() } };
    return provider.interactionFinished(context.req, context.res, result, { mergeWithLastSubmission: true });
  });
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = provider.listen(port, "127.0.0.1", () => resolve(listening));
  });
  return {
    url,
    person: (sub, claims) => {
      subject = sub;
      claimsOf.set(sub, claims);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
