import { z } from "zod";

/** The languages in which people use the product: its pages and its mails. */
export const InterfaceLanguage = z.enum(["en", "fr", "ru", "es", "ar"]);

export type InterfaceLanguage = z.output<typeof InterfaceLanguage>;

/** Made by the server: 16 letters and digits without meaning, never used twice. */
export const Id = z
  .string()
  .regex(/^[0-9a-z]{4,32}$/, "This is not an identifier.")
  .meta({ id: "Id", description: "An identifier that the server made; nothing can be read out of it" });

export const Instant = z.iso
  .datetime({ offset: true })
  .meta({ id: "Instant", description: "An instant, ISO 8601 with its offset" });

export const TimeZone = z.string().describe("A time zone by its name in the IANA database, such as `Europe/Vienna`");

/** A day as calendars name it: `"2026-03-10"`. */
export const Day = z.iso.date().meta({ id: "Day", description: "A day, ISO 8601" });

export const DocumentSymbol = z
  .string()
  .trim()
  .max(60)
  .regex(/^[A-Za-z0-9][A-Za-z0-9./-]*$/, "Letters, digits, dots, hyphens and slashes, such as FSC.DEL/65/21.");

/** `"CHE"` for a State, `"EU"` for an organisation, `"XAA"` for an invented one. */
export const DelegationCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,11}$/, "Two to twelve capitals and digits.")
  .meta({ id: "DelegationCode", description: "A delegation by its code: `CHE` for a State, `EU` for an organisation" });

/** Raised with every change; a change names the version that it was made from, so that nobody overwrites unseen. */
export const Version = z
  .int()
  .min(1)
  .meta({ id: "Version", description: "Raised with every change; a change names the version that it was made from" });

export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ id: "Sha256", description: "A SHA-256, hexadecimal, lower case" });

/** From the widest to the narrowest. */
export const Distribution = z
  .enum(["public", "participating", "audience", "secretariat"])
  .describe(
    "Who may read it: everybody; the participating States and those in the audience; the audience alone; the secretariat alone",
  );

export const FileFacts = z
  .object({ name: z.string(), sha256: Sha256, bytes: z.int() })
  .meta({ id: "FileFacts", description: "A file by its name, its hash and its size" });

export type Distribution = z.output<typeof Distribution>;
export type FileFacts = z.output<typeof FileFacts>;
