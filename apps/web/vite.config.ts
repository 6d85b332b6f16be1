import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { CONTENT_SECURITY_POLICY } from "./content-security-policy.ts";

/** What every page has. React Aria, the engine and ProseMirror are not in it, and no words: they are of one language. */
const BASE =
  /\/node_modules\/(react|react-dom|scheduler|react-router|@tanstack\/(react-query|query-core)|@lingui|zod)\/|\/packages\/contract\/(?!src\/(acts|help))|\/apps\/web\/src\/(api\/(?!problem-help|messages)|app\/(?!languages|messages)|design\/)/;

export default defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  plugins: [react(), contentSecurityPolicy(), ...(isSsrBuild ? [] : [withoutDocumentation()])],
  worker: { format: "es" },
  publicDir: isSsrBuild ? false : "public",
  build: {
    outDir: isSsrBuild ? "dist/server" : "dist/client",
    manifest: !isSsrBuild,
    // The page uses light-dark() and other CSS that these browsers, all of 2024, know.
    target: isSsrBuild ? "node24" : ["chrome123", "firefox125", "safari17.5"],
    chunkSizeWarningLimit: 800,
    rolldownOptions: isSsrBuild
      ? {
          // The server has the contract too: a problem that it throws must be a problem here.
          external: [/^@compendium\/contract/],
          // One file, read once: a server never asks for a part that another build has taken away since it started.
          output: { codeSplitting: false },
        }
      : // What every page has is one file, and not twenty: each file costs a slow line another wait.
        { output: { codeSplitting: { groups: [{ name: "base", test: BASE }] } } },
  },
  server: { fs: { allow: [fileURLToPath(new URL("../..", import.meta.url))] } },
  // A worker obeys the policy of its own answer, not of the page that starts it.
  preview: { headers: { "Content-Security-Policy": CONTENT_SECURITY_POLICY } },
}));

/** Only in what is built: while developing, Vite itself writes scripts into the page. */
function contentSecurityPolicy(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY },
        injectTo: "head-prepend",
      },
    ],
  };
}

/** What the contract says of its operations and fields is for openapi.json: a reader's line carries it for nothing. */
function withoutDocumentation(): Plugin {
  const text = /(?:"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.)*`)/.source;
  const described = new RegExp(`\\.describe\\(\\s*${text}\\s*,?\\s*\\)`, "g");
  const named = new RegExp(`\\.meta\\(\\{\\s*id: ${text}(?:,\\s*description:\\s*${text})?,?\\s*\\}\\)`, "g");
  const told = new RegExp(`^(\\s*)(summary|description):\\s*${text}(?=,$)`, "gm");
  return {
    name: "without-documentation",
    apply: "build",
    enforce: "pre",
    transform: (code, id) =>
      /\/packages\/contract\/src\//.test(id)
        ? { code: code.replace(described, "").replace(named, "").replace(told, '$1$2: ""'), map: null }
        : null,
  };
}
