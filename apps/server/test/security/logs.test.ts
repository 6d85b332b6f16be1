import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, WORD_FILE } from "@compendium/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cluster, startCluster } from "../../../../tools/postgresql.ts";
import { errorWithoutValues } from "../../src/platform/http/log.ts";
import { freePort } from "../sign-in/support/free-port.ts";
import { eventually } from "../support/eventually.ts";

const START = join(import.meta.dirname, "../../start.ts");

/** Everything that must not be in a log, each of them sent to the server in the test. */
const CANARIES = {
  name: "Canary Nameperson",
  email: "canary.mail@example.org",
  invited: "canary.invited@example.org",
  unknown: "canary.unknown@example.org",
  password: "canary password one",
  wrongPassword: "canary password two",
  workspace: "Canary Workspace",
  title: "Canary Title",
  file: "Canary File.docx",
  search: "canarysearch",
  invitationToken: "canaryinvitationtokencanary",
  accessToken: "cmp_canary_accesstoken",
  resetToken: "canaryresettoken",
  forwardedFor: "203.0.113.77",
  userAgent: "CanaryAgent",
} as const;

/** The server as its operator starts it, with everything it says. */
describe.each(["the embedded database", "PostgreSQL"])("what the server prints and logs on %s", (database) => {
  const folder = mkdtempSync(join(tmpdir(), "compendium-test-"));
  let cluster: Cluster | null = null;
  let child: ChildProcess;
  let url: string;
  let printed = "";

  beforeAll(async () => {
    cluster = database === "PostgreSQL" ? await startCluster() : null;
    const port = await freePort();
    url = `http://localhost:${port}`;
    child = spawn(process.execPath, [START], {
      env: {
        PATH: process.env.PATH,
        COMPENDIUM_DATA: folder,
        COMPENDIUM_PORT: String(port),
        COMPENDIUM_LOG: "debug",
        COMPENDIUM_BEHIND_PROXY: "true",
        ...(cluster === null ? {} : { DATABASE_URL: await cluster.createDatabase() }),
      },
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => (printed += String(data)));
    await eventually(async () => (printed.includes("Compendium is open") ? true : null), "the server to open");
  }, 120_000);
  afterAll(async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test("has no name, address, token, cookie, title or file name in it, whatever goes right or wrong", async () => {
    const cookies: string[] = [];
    const ask: typeof fetch = async (to, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set("x-forwarded-for", CANARIES.forwardedFor);
      headers.set("user-agent", CANARIES.userAgent);
      headers.set("origin", url);
      if (cookies.length > 0) headers.set("cookie", cookies.join("; "));
      return fetch(to, { ...init, headers, redirect: "manual" });
    };
    const post = (path: string, body: object) =>
      ask(`${url}/api/auth/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const call = createClient({ origin: url, fetch: ask });
    const { name, email, password, workspace: workspaceName } = CANARIES;
    await call("setUpInstallation", {
      body: { kind: "empty", workspace: workspaceName, administrator: { name, email, password } },
    });
    await post("sign-in/email", { email, password: CANARIES.wrongPassword });
    await post("sign-in/email", { email: CANARIES.unknown, password: CANARIES.wrongPassword });
    await post("request-password-reset", { email });
    await post("request-password-reset", { email: CANARIES.unknown });
    await post("reset-password", { token: CANARIES.resetToken, newPassword: CANARIES.password });
    await post("sign-in/social", { provider: "oidc", callbackURL: `https://${CANARIES.search}.example` });
    const signedIn = await post("sign-in/email", { email, password });
    cookies.push(...signedIn.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? ""));
    const sessionToken = cookies[0]?.split("=")[1] ?? "";
    expect(sessionToken).not.toBe("");

    const workspace = (await call("listWorkspaces", {}))[0]?.id ?? "";
    await call("invite", { workspace, body: { email: CANARIES.invited, role: "chair" } });
    await ask(`${url}/api/v1/invitations/${CANARIES.invitationToken}`);
    await ask(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${CANARIES.accessToken}` } });
    const { token } = await call("createToken", { body: { name: CANARIES.title } });
    const text = await call("createText", { workspace, body: { title: CANARIES.title, distribution: "audience" } });
    await ask(`${url}/api/v1/texts/${text.id}/drafts?name=${encodeURIComponent(CANARIES.file)}`, {
      method: "POST",
      headers: { "content-type": WORD_FILE },
      body: CANARIES.search,
    });
    await expect(call("readText", { text: "nothing0nothing0" })).rejects.toMatchObject({ code: "not-found" });
    for (const path of [`/${CANARIES.search}?q=${CANARIES.search}`, `/api/v1/%zz${CANARIES.search}`]) {
      await ask(`${url}${path}`);
    }
    // What the database itself refuses: its error quotes what it was given.
    await post("sign-in/email", { email: `\u0000${CANARIES.unknown}`, password });
    await expect(call("createToken", { body: { name: `\u0000${CANARIES.search}` } })).rejects.toMatchObject({
      code: "not-valid",
    });
    await eventually(async () => (printed.includes('"operation":"createToken"') ? true : null), "the last request");

    for (const [what, canary] of Object.entries({ ...CANARIES, sessionToken, token })) {
      expect(printed.toLowerCase(), `${what} is in the log`).not.toContain(canary.toLowerCase());
      expect(printed, `${what} is in the log`).not.toContain(encodeURIComponent(canary));
    }
    expect(printed, "what was asked is named by its operation").toContain('"operation":"readInvitation"');
    expect(printed, "who signed in is noted, by identifier").toMatch(/"person":"\w+","msg":"Signed in\."/);
    expect(printed, "a refused sign-in is noted").toContain("Refused in sign-in.");
    expect(printed, "what somebody may not see is noted").toMatch(
      /"operation":"readText".*"code":"not-found".*"Refused\."/,
    );
  });
});

describe("an error in the log", () => {
  test("of the database keeps its code and its place, and none of the values that it quotes", () => {
    const error = Object.assign(new Error("Key (email)=(canary@example.org) already exists."), {
      code: "23505",
      detail: "canary@example.org",
      parameters: ["canary@example.org"],
    });
    const written = errorWithoutValues(error);
    expect(written.code).toBe("23505");
    expect(written.stack).toContain("logs.test.ts");
    expect(JSON.stringify(written)).not.toContain("canary@");
  });

  test("of our own keeps its message, which says what to mend", () => {
    expect(errorWithoutValues(new Error("No route and no policy for: readText.")).message).toContain("readText");
  });
});
