import type { CompiledMessage } from "@lingui/core";
import { useLingui } from "@lingui/react";

/** The words of a room in one language, by message. A language that lacks one of the others' messages does not compile. */
export type Messages<Id extends string> = Readonly<Record<Id, CompiledMessage>>;

/** Says a message in the language of the interface. */
export type Say<Id extends string> = (id: Id, values?: Readonly<Record<string, string | number>>) => string;

/** The words of a room for a component: `const say = useSay<MessageId>();`. */
export function useSay<Id extends string>(): Say<Id> {
  const { i18n } = useLingui();
  return (id, values) => i18n._(id, { ...values });
}

/** A message with values in braces: `words("{name} was removed")`. */
export function words(text: string): CompiledMessage {
  return pieces(text, /\{(\w+)\}/, (name) => [name]);
}

/** A message that depends on a number, which stands in it as `#`: `plural("count", { one: "# file", other: "# files" })`. */
export function plural(name: string, forms: Partial<Record<PluralForm, string>> & { other: string }): CompiledMessage {
  const compiled = Object.entries(forms).map(([form, text]) => [form, pieces(text, /(#)/, (hash) => hash)]);
  return [[name, "plural", Object.fromEntries(compiled)]];
}

type PluralForm = "zero" | "one" | "two" | "few" | "many";

/** Lingui's own compiled form: plain text and values in turn. Its compiler is left out of what is shipped. */
function pieces(text: string, value: RegExp, take: (name: string) => string | [string]): (string | [string])[] {
  return text
    .split(value)
    .map((piece, i) => (i % 2 === 0 ? piece : take(piece)))
    .filter((piece) => piece !== "");
}
