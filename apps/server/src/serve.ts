import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyInstance } from "fastify";
import { consultationsRoutes } from "./consultations/index.ts";
import { readInstallation } from "./installation/queries.ts";
import { installationRoutes } from "./installation/routes.ts";
import type { Platform } from "./open-platform.ts";
import { servePages } from "./pages/serve-pages.ts";
import { createAuth, identifyBy, peopleRoutes, serveAuth, sessionSecret } from "./people/index.ts";
import { answerProblems } from "./platform/http/problem-handler.ts";
import { refuseOtherSites } from "./platform/http/same-site.ts";
import { serveOperations } from "./platform/http/serve.ts";
import { serveOpenApi } from "./platform/http/serve-openapi.ts";
import { openLive } from "./platform/live/live.ts";
import { serveLive } from "./platform/live/serve-live.ts";
import { recordRoutes } from "./record/index.ts";
import { textsRoutes } from "./texts/index.ts";

export interface ServeOptions {
  /** What must be given to set up a new installation; `null` where only its operator can reach it. */
  readonly setUpCode: string | null;
}

/** Requests of one address in a minute: pages of many people behind one proxy stay below, a script that guesses does not. */
const REQUESTS_MOST = 1200;

/** Builds the server over an open platform. It listens when the caller says so. */
export async function buildServer(platform: Platform, { setUpCode }: ServeOptions): Promise<FastifyInstance> {
  const { db, clock, settings, database } = platform;
  const app = Fastify({
    logger:
      settings.logLevel === "silent"
        ? false
        : { level: settings.logLevel, redact: ["req.headers", "req.remoteAddress"] },
    bodyLimit: settings.largestUpload,
    trustProxy: settings.trustProxy,
  });
  answerProblems(app);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // The hash is of the one style that React Aria writes into the page, for touch.
        styleSrc: ["'self'", "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"],
        imgSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: settings.url.startsWith("https:"),
    referrerPolicy: { policy: "same-origin" },
  });
  await app.register(compress, { global: true });
  await app.register(rateLimit, { max: REQUESTS_MOST, timeWindow: "1 minute" });
  refuseOtherSites(app, settings.url);

  const isDemonstration = async () => (await readInstallation(db, settings)).isDemonstration;
  const auth = createAuth({ db, clock, settings, secret: sessionSecret(settings), isDemonstration });
  const hashPassword = async (password: string) => (await auth.$context).password.hash(password);
  const identify = identifyBy(auth, db, clock);
  serveAuth(app, auth, settings.url);
  const routes = [
    ...installationRoutes(platform, hashPassword, setUpCode),
    ...peopleRoutes(platform, auth, isDemonstration),
    ...recordRoutes(db),
    ...textsRoutes(platform),
    ...consultationsRoutes(platform),
  ];
  serveOperations(app, routes, identify);
  serveOpenApi(app);
  const live = await openLive(database);
  app.addHook("onClose", () => live.close());
  serveLive(app, live, identify);
  await servePages(app, routes, identify);
  return app;
}
