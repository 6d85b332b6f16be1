import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { forgetSignedIn, keepSignedIn, originOf, readSignedIn } from "../src/remote/signed-in.ts";
import { compendium, folderWith } from "./run-compendium.ts";

const SIGNED_IN = { server: "https://compendium.example", token: "cmp_secret" };

test("what is kept is found again, and forgotten when asked to", () => {
  const environment = { XDG_CONFIG_HOME: folderWith({}) };
  keepSignedIn(environment, SIGNED_IN);
  expect(readSignedIn(environment)).toEqual(SIGNED_IN);
  keepSignedIn(environment, { ...SIGNED_IN, token: "cmp_newer" });
  expect(readSignedIn(environment).token).toBe("cmp_newer");
  expect(forgetSignedIn(environment)).toBe(true);
  expect(forgetSignedIn(environment)).toBe(false);
  expect(() => readSignedIn(environment)).toThrow("You are not signed in to any server.");
});

test.skipIf(process.platform === "win32")(
  "nobody else may read the token, not even where the file was open before",
  () => {
    const environment = { XDG_CONFIG_HOME: folderWith({}) };
    const file = keepSignedIn(environment, SIGNED_IN);
    const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
    expect(mode(file)).toBe("600");
    expect(mode(join(file, ".."))).toBe("700");
    chmodSync(file, 0o644);
    readSignedIn(environment);
    expect(mode(file)).toBe("600");
    chmodSync(file, 0o644);
    keepSignedIn(environment, SIGNED_IN);
    expect(mode(file)).toBe("600");
  },
);

test("a token that is kept for one server is never sent to another", () => {
  const environment = { XDG_CONFIG_HOME: folderWith({}) };
  keepSignedIn(environment, SIGNED_IN);
  expect(() => readSignedIn({ ...environment, COMPENDIUM_SERVER: "https://elsewhere.example" })).toThrow(
    "You are not signed in to https://elsewhere.example.",
  );
  expect(() => readSignedIn({ ...environment, COMPENDIUM_SERVER: "http://compendium.example" })).toThrow();
  expect(readSignedIn({ ...environment, COMPENDIUM_SERVER: "https://compendium.example/" })).toEqual(SIGNED_IN);
});

test("the variables go before what is kept", () => {
  const environment = { XDG_CONFIG_HOME: folderWith({}) };
  keepSignedIn(environment, SIGNED_IN);
  expect(readSignedIn({ ...environment, COMPENDIUM_TOKEN: "cmp_other" })).toEqual({ ...SIGNED_IN, token: "cmp_other" });
  expect(
    readSignedIn({ ...environment, COMPENDIUM_SERVER: "elsewhere.example", COMPENDIUM_TOKEN: "cmp_other" }),
  ).toEqual({ server: "https://elsewhere.example", token: "cmp_other" });
});

test("a file that is damaged counts as none", () => {
  const folder = folderWith({});
  const environment = { XDG_CONFIG_HOME: folder };
  writeFileSync(keepSignedIn(environment, SIGNED_IN), "{");
  expect(() => readSignedIn(environment)).toThrow("You are not signed in to any server.");
});

test.each([
  ["compendium.example", "https://compendium.example"],
  ["https://compendium.example/workspaces/4k7m", "https://compendium.example"],
  ["http://localhost:1540", "http://localhost:1540"],
])("%s means the server %s", (written, origin) => {
  expect(originOf(written)).toBe(origin);
});

test.each(["", "ftp://compendium.example", "file:///etc/passwd", "https://"])(
  "%j is no address of a server",
  (written) => {
    expect(() => originOf(written)).toThrow("This is no address of a server");
  },
);

test("nothing is kept of a server that is not there, and the error says so", () => {
  const folder = folderWith({});
  const env = process.env.XDG_CONFIG_HOME;
  process.env.XDG_CONFIG_HOME = folder;
  try {
    const { exit, stderr } = compendium(folder, "sign-in", "http://127.0.0.1:9", "--token", "cmp_secret");
    expect(exit).toBe(9);
    expect(stderr).toMatch(
      /^error: http:\/\/127\.0\.0\.1:9 is not reached.*\[server-not-reached\]\n {2}What to do: .+\n$/,
    );
    expect(compendium(folder, "whoami").exit).toBe(7);
    expect(() => readFileSync(join(folder, "compendium", "signed-in.json"))).toThrow();
  } finally {
    if (env === undefined) delete process.env.XDG_CONFIG_HOME;
    else process.env.XDG_CONFIG_HOME = env;
  }
});
