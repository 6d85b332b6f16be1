import type { Messages as Catalogue } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { isolated } from "./isolated.ts";
import { directionOf, type LanguageCode } from "./languages.ts";

type CompiledMessage = Catalogue[string];

/** The words of a room in one language, by message. A language that lacks one of the others' messages does not compile. */
export type Messages<Id extends string> = Readonly<Record<Id, CompiledMessage>>;

/** Says a message in the language of the interface. */
export type Say<Id extends string> = (id: Id, values?: Readonly<Record<string, string | number>>) => string;

/** The words of a room for a component: `const say = useSay<MessageId>("texts");`. */
export function useSay<Id extends string>(room: string): Say<Id> {
  const { i18n } = useLingui();
  const isolates = directionOf(i18n.locale as LanguageCode) === "rtl";
  return (id, values) => i18n._(nameIn(room, id), isolates ? eachIsolated(values) : { ...values });
}

/** A name in Latin letters draws the date or the number after it to its own side: unless it is by itself. */
function eachIsolated(values: Readonly<Record<string, string | number>> = {}): Record<string, string | number> {
  const pairs = Object.entries(values);
  return Object.fromEntries(pairs.map(([name, value]) => [name, typeof value === "string" ? isolated(value) : value]));
}

/** The words of several rooms together: each room names its messages as it likes. */
export function rooms(spoken: Readonly<Record<string, Messages<string>>>): Catalogue {
  return Object.fromEntries(
    Object.entries(spoken).flatMap(([room, messages]) =>
      Object.entries(messages).map(([id, message]) => [nameIn(room, id), message]),
    ),
  );
}

function nameIn(room: string, id: string): string {
  return `${room}: ${id}`;
}

/** A message with values in braces: `words("{name} was removed")`. */
export function words(text: string): CompiledMessage {
  return pieces(text);
}

/**
 * A message that depends on a number, which stands in it as `#`: `plural("count", { one: "# file", other: "# files" })`.
 * `"=0"` is for exactly none.
 */
export function plural(name: string, forms: PluralForms): CompiledMessage {
  const compiled = Object.entries(forms).map(([form, text]) => [form.replace("=", ""), pieces(text)]);
  return [[name, "plural", Object.fromEntries(compiled)]];
}

type PluralForms = Partial<Record<"=0" | "zero" | "one" | "two" | "few" | "many", string>> & { readonly other: string };

/** Lingui's own compiled form: plain text, `#` and values in turn. Its compiler is left out of what is shipped. */
function pieces(text: string): (string | [string])[] {
  return text
    .split(/(\{\w+\}|#)/)
    .filter((piece) => piece !== "")
    .map((piece) => (piece.startsWith("{") ? [piece.slice(1, -1)] : piece));
}
