import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import Fastify, { type FastifyInstance } from "fastify";
import { consultationsRoutes } from "./consultations/index.ts";
import { readInstallation } from "./installation/queries.ts";
import { installationRoutes } from "./installation/routes.ts";
import { liveTopics } from "./live-topics.ts";
import { migrations } from "./migrations.ts";
import { negotiationRoutes } from "./negotiation/index.ts";
import type { Platform } from "./open-platform.ts";
import { servePages } from "./pages/serve-pages.ts";
import { createAuth, identifyBy, peopleRoutes, serveAuth, sessionSecret } from "./people/index.ts";
import { readReadiness } from "./platform/health/health.ts";
import { serveHealth } from "./platform/health/serve-health.ts";
import { type Limits, limitsOf } from "./platform/http/limits.ts";
import { answerFrameworkError, answerProblems } from "./platform/http/problem-handler.ts";
import { limitAddresses, limitEach } from "./platform/http/rate-limits.ts";
import { refuseOtherSites } from "./platform/http/same-site.ts";
import { serveOperations } from "./platform/http/serve.ts";
import { serveOpenApi } from "./platform/http/serve-openapi.ts";
import { stopInOrder } from "./platform/http/stop-in-order.ts";
import { newId } from "./platform/ids.ts";
import { openLive } from "./platform/live/live.ts";
import { serveLive } from "./platform/live/serve-live.ts";
import { tellRequestId } from "./platform/logs/tell-request-id.ts";
import { createMetrics } from "./platform/metrics/metrics.ts";
import { serveMetrics } from "./platform/metrics/serve-metrics.ts";
import { recordRoutes } from "./record/index.ts";
import { searchRoutes } from "./search/routes.ts";
import { textsRoutes } from "./texts/index.ts";

export interface ServeOptions {
  /** What must be given to set up a new installation; `null` where only its operator can reach it. */
  readonly setUpCode: string | null;
  /** Where they differ from those of the settings: in tests. */
  readonly limits?: Partial<Limits>;
  /** Folder of the built web client, where it is not that of this checkout: in tests. */
  readonly built?: string;
}

/** Builds the server over an open platform. It listens when the caller says so. */
export async function buildServer(platform: Platform, options: ServeOptions): Promise<FastifyInstance> {
  const { db, clock, settings, database } = platform;
  const limits: Limits = { ...limitsOf(settings), ...options.limits };
  const app = Fastify({
    loggerInstance: platform.log,
    genReqId: newId,
    frameworkErrors: answerFrameworkError,
    bodyLimit: limits.jsonBody,
    requestTimeout: limits.bodyWithin,
    http: {
      maxHeaderSize: limits.headers,
      headersTimeout: limits.headersWithin,
      connectionsCheckingInterval: limits.connectionsLookedAtEvery,
    },
    // One hop: the proxy's own word. What the client wrote before it could be any address.
    trustProxy: settings.trustProxy ? (_, hop) => hop === 0 : false,
  });
  tellRequestId(app);
  stopInOrder(app);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // The hash is of the one style that React Aria writes into the page, for touch.
        styleSrc: ["'self'", "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"],
        imgSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        // Every form is read by a script. One sent before the script has come would carry a password where nothing takes it.
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: settings.url.startsWith("https:"),
    referrerPolicy: { policy: "same-origin" },
  });
  await app.register(compress, { global: true });
  await limitAddresses(app, limits);
  answerProblems(app);
  refuseOtherSites(app, settings.url);

  const isDemonstration = async () => (await readInstallation(db, settings)).isDemonstration;
  const auth = createAuth({ ...platform, secret: sessionSecret(settings), isDemonstration, log: app.log });
  const hashPassword = async (password: string) => (await auth.$context).password.hash(password);
  const identify = limitEach(app, limits, identifyBy(auth, db, clock, isDemonstration));
  serveAuth(app, auth, settings.url);
  const routes = [
    ...installationRoutes(platform, hashPassword, options.setUpCode),
    ...peopleRoutes(platform, auth, isDemonstration),
    ...recordRoutes(db),
    ...textsRoutes(platform),
    ...consultationsRoutes(platform),
    ...negotiationRoutes(platform),
    ...searchRoutes(db),
  ];
  serveOperations(app, routes, identify, settings.largestUpload);
  serveOpenApi(app);
  const live = await openLive(database, liveTopics(db), (error) =>
    app.log.error({ err: error }, "An event was not told."),
  );
  serveLive(app, live, identify);
  serveHealth(app, () => readReadiness(db, { stepsKnown: Object.keys(migrations), beat: platform.beat() }));
  serveMetrics(app, createMetrics({ ...platform, listeners: live.listeners }), settings.metricsToken);
  await servePages(app, routes, identify, options.built);
  return app;
}
