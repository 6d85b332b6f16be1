import { describe, expect, test } from "vitest";
import { onBothDatabases } from "../support/test-server.ts";

/** The policy as a table of its directives. */
function directives(policy: string | null): ReadonlyMap<string, string> {
  return new Map(
    (policy ?? "").split(";").map((each) => {
      const [name = "", ...values] = each.trim().split(/\s+/);
      return [name, values.join(" ")] as const;
    }),
  );
}

describe("every answer", () => {
  onBothDatabases((server) => {
    const paths = ["/api/v1/installation", "/api/v1/workspaces", "/api/auth/get-session", "/api/no/such", "/no/such"];

    test("forbids scripts that are written into a page, and everything that nobody needs", async () => {
      for (const path of paths) {
        const { headers } = await fetch(`${server().url}${path}`);
        const policy = directives(headers.get("content-security-policy"));
        expect(policy.get("default-src"), path).toBe("'none'");
        expect(policy.get("object-src"), path).toBe("'none'");
        expect(policy.get("script-src"), path).toBe("'self'");
        expect(policy.get("frame-ancestors"), path).toBe("'none'");
        expect(policy.get("base-uri"), path).toBe("'none'");
        expect(policy.get("form-action"), path).toBe("'none'");
        expect(policy.get("style-src"), path).not.toContain("unsafe");
        expect([...policy.values()].join(" "), path).not.toMatch(/unsafe|\*|https?:/);
      }
    });

    test("is not guessed at, not framed, not told to others and not kept", async () => {
      for (const path of paths) {
        const { headers } = await fetch(`${server().url}${path}`);
        expect(headers.get("x-content-type-options"), path).toBe("nosniff");
        expect(headers.get("x-frame-options"), path).toBe("SAMEORIGIN");
        expect(headers.get("referrer-policy"), path).toBe("same-origin");
        expect(headers.get("cross-origin-opener-policy"), path).toBe("same-origin");
        expect(headers.get("cache-control"), path).toBe("no-store");
        expect(headers.get("x-powered-by"), path).toBeNull();
        expect(headers.get("server"), path).toBeNull();
        if (path.startsWith("/api/"))
          expect(headers.get("content-type"), path).toMatch(/^application\/(problem\+)?json/);
      }
    });

    test("to an address that is none repeats nothing of it", async () => {
      const response = await fetch(`${server().url}/api/v1/%zz<script>`);
      const text = await response.text();
      expect(response.status).toBe(400);
      expect(response.headers.get("content-security-policy")).toBe("default-src 'none'");
      expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
      expect(JSON.parse(text)).toMatchObject({ code: "not-valid" });
      expect(text).not.toContain("zz");
    });

    test("asks for https from then on only where the site has it", async () => {
      const { headers } = await fetch(`${server().url}/api/v1/installation`);
      expect(headers.get("strict-transport-security")).toBeNull();
    });
  });
});

describe("every answer of a site with https", () => {
  onBothDatabases(
    (server) => {
      test("asks for https from then on", async () => {
        const { headers } = await fetch(`${server().url}/api/v1/installation`);
        const seconds = Number(/max-age=(\d+)/.exec(headers.get("strict-transport-security") ?? "")?.[1]);
        expect(seconds).toBeGreaterThanOrEqual(365 * 24 * 60 * 60);
      });
    },
    {
      environment: {
        COMPENDIUM_URL: "https://compendium.example",
        COMPENDIUM_SECRET: "a secret of more than 32 characters",
      },
    },
  );
});
