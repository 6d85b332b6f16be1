import { isForReal, type Settings } from "../../platform/settings.ts";
import { type Check, ok, warning } from "./check.ts";

/** Settings that can be read and still are not what somebody wants where people elsewhere use the server. */
export function checkSettings(settings: Settings): readonly Check[] {
  if (!isForReal(settings)) return [ok("settings", `for this machine alone, at ${settings.url}`)];
  const found: Check[] = [];
  const warn = (what: string, advice: string) => found.push(warning("settings", what, advice));
  if (settings.url.startsWith("http:") && !settings.url.startsWith("http://localhost")) {
    warn("COMPENDIUM_URL is not https: passwords and texts can be read on the way", "Put a proxy with TLS in front.");
  }
  if (settings.url.startsWith("https:") && !settings.trustProxy) {
    warn(
      "COMPENDIUM_BEHIND_PROXY is off: all requests seem to come from the proxy, and share one limit",
      "Set it to true where a proxy stands in front, and only there.",
    );
  }
  if (settings.databaseUrl === null) {
    warn(
      "the embedded database does not wait for the disk: a crash of the machine can lose what was acknowledged",
      "Set DATABASE_URL to a PostgreSQL for a record that must last.",
    );
  }
  if (settings.smtpUrl === null) {
    warn("SMTP_URL is not set: mails are written as files, and nobody gets them", "Set SMTP_URL.");
  }
  if (settings.smtpUrl !== null && settings.mailFrom.includes("@localhost")) {
    warn("COMPENDIUM_MAIL_FROM is an address that nobody can answer", "Set it to one of the secretariat.");
  }
  return found.length > 0 ? found : [ok("settings", `for ${settings.url}`)];
}
