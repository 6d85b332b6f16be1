import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** What the page may load: only itself, and no script that is written into the page. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // The hash is of the one style that React Aria writes into the page, for touch.
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), contentSecurityPolicy()],
  worker: { format: "es" },
  // The page uses light-dark() and other CSS that these browsers, all of 2024, know.
  build: { target: ["chrome123", "firefox125", "safari17.5"], chunkSizeWarningLimit: 800 },
  server: { fs: { allow: [fileURLToPath(new URL("../..", import.meta.url))] } },
  // A worker obeys the policy of its own answer, not of the page that starts it.
  preview: { headers: { "Content-Security-Policy": CONTENT_SECURITY_POLICY } },
});

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
