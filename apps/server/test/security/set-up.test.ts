import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@compendium/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cluster, startCluster } from "../../../../tools/postgresql.ts";
import { buildServer, openPlatform, type Platform, readSettings } from "../../src/index.ts";

const CODE = "printed when it started";
const administrator = { name: "Ada Administrator", email: "ada@example.org", password: "a long password" };
const empty = { kind: "empty", workspace: "Guide", administrator } as const;

/** A new installation that others than its operator can reach. */
describe.each(["the embedded database", "PostgreSQL"])("the set-up of an installation for real on %s", (name) => {
  const folder = mkdtempSync(join(tmpdir(), "compendium-test-"));
  let cluster: Cluster | null = null;
  let platform: Platform;
  let close: () => Promise<void>;
  let call: ReturnType<typeof createClient>;

  beforeAll(async () => {
    cluster = name === "PostgreSQL" ? await startCluster() : null;
    platform = await openPlatform(
      readSettings({
        COMPENDIUM_DATA: folder,
        COMPENDIUM_LOG: "silent",
        COMPENDIUM_URL: "https://compendium.example",
        COMPENDIUM_SECRET: "a secret of more than 32 characters",
        ...(cluster === null ? {} : { DATABASE_URL: await cluster.createDatabase() }),
      }),
    );
    const app = await buildServer(platform, { setUpCode: CODE });
    call = createClient({ origin: await app.listen({ host: "127.0.0.1", port: 0 }) });
    close = () => app.close();
  }, 120_000);
  afterAll(async () => {
    await close();
    await platform.close();
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test("takes the code that the server printed, offers no demonstration, and works once", async () => {
    expect(await call("readInstallation", {})).toMatchObject({
      state: "new",
      needsSetUpCode: true,
      demonstrationAllowed: false,
    });
    for (const code of [undefined, "", "printed when it starte", `${CODE} `]) {
      const body = code === undefined ? empty : { ...empty, code };
      await expect(call("setUpInstallation", { body }), String(code)).rejects.toMatchObject({ code: "not-allowed" });
    }
    const illustrative = { kind: "illustrative", code: CODE } as const;
    await expect(call("setUpInstallation", { body: illustrative })).rejects.toMatchObject({ code: "not-allowed" });
    expect((await call("readInstallation", {})).state).toBe("new");

    const outcomes = await Promise.allSettled(
      Array.from({ length: 3 }, () => call("setUpInstallation", { body: { ...empty, code: CODE } })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(call("setUpInstallation", { body: { ...empty, code: CODE } })).rejects.toMatchObject({
      code: "not-now",
    });
    const persons = await platform.db.selectFrom("person").select("email").execute();
    expect(persons).toEqual([{ email: administrator.email }]);
  });
});
