import { ApiProblem } from "@compendium/contract";
import type { FastifyInstance } from "fastify";

/**
 * Refuses changes that a page of another site sends with the cookies of whoever looks at it. Browsers tell where a request
 * comes from (Fetch Metadata, Origin); what tells nothing is no browser, and then has no cookies that it was not given.
 */
export function refuseOtherSites(app: FastifyInstance, origin: string): void {
  app.addHook("onRequest", async (request) => {
    if (request.method === "GET" || request.method === "HEAD") return;
    const { "sec-fetch-site": site, origin: from, authorization } = request.headers;
    // A page cannot add this header to a request to another site. `Basic` a browser adds by itself, so that does not count.
    if (isBearer(authorization)) return;
    if (site !== undefined && site !== "same-origin" && site !== "none") throw otherSite();
    if (from !== undefined && from !== origin && !isSameLoopback(from, origin)) throw otherSite();
    if (site === undefined && from === undefined && request.headers.cookie !== undefined) throw otherSite();
  });
}

/** Whether an Authorization header carries an access token of ours; other schemes are somebody else's, such as a proxy's. */
export function isBearer(authorization: string | undefined): authorization is string {
  return /^Bearer /i.test(authorization ?? "");
}

/** `localhost` and `127.0.0.1` with the same port are one server, whichever somebody typed. */
function isSameLoopback(from: string, origin: string): boolean {
  const loopback = ["localhost", "127.0.0.1", "[::1]"];
  if (!URL.canParse(from)) return false;
  const [a, b] = [new URL(from), new URL(origin)];
  return loopback.includes(a.hostname) && loopback.includes(b.hostname) && a.port === b.port;
}

function otherSite(): ApiProblem {
  return new ApiProblem("not-same-site", "Open the site itself and do it there.");
}
