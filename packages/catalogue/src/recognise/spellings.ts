import { type CatalogueDelegation, LANGUAGES, type Language } from "../delegation.ts";

/** The articles of formal names; short names in the catalogue have none, and `El` belongs to El Salvador. */
const ARTICLE = /^(?:(?:the|la|les?|el|l[ao]s) |l['’])/iu;

/** Every way in which the names of a delegation in the eight languages may be written in a file name. */
export function spellingsOf({ names }: CatalogueDelegation): readonly string[] {
  const all = LANGUAGES.flatMap((language) => {
    const { short, formal } = names[language];
    // With its article too, or the `LAS` of a name in capitals would be read as the code of the League of Arab States.
    const formals = formal === null ? [] : [formal, formal.replace(ARTICLE, "")];
    return [short, ...formals].flatMap((name) => spellings(name, language));
  });
  return [...new Set(all)];
}

/** A name with and without what stands in brackets or behind a comma, and with what its language adds. */
export function spellings(name: string, language: Language | null): readonly string[] {
  const head = name.replace(/ ?[(（,].*$/su, "");
  return [name, head].flatMap((each) => [each, ...withoutUmlauts(each), ...genitive(each, language)]);
}

/** German keyboards away from home: `Österreich` becomes `Oesterreich`. */
function withoutUmlauts(name: string): readonly string[] {
  if (!/[äöü]/iu.test(name)) return [];
  return [name.replace(/ä/giu, "ae").replace(/ö/giu, "oe").replace(/ü/giu, "ue")];
}

/**
 * The Russian genitive of a name of one word, as in `Предложения Швейцарии`. Regular endings are enough for names of
 * States; names that do not decline end otherwise and get none. Names of several words stand in the data, where needed.
 */
function genitive(name: string, language: Language | null): readonly string[] {
  if (!/^\p{Script=Cyrillic}+$/u.test(name) || (language !== null && language !== "ru")) return [];
  const stem = name.slice(0, -1);
  if (/ия$/u.test(name)) return [`${stem}и`];
  if (/[гкхжшчщ]а$/u.test(name)) return [`${stem}и`];
  if (/а$/u.test(name)) return [`${stem}ы`];
  if (/ь$/u.test(name)) return [`${stem}и`];
  if (/[бвгджзклмнпрстфхцчшщ]$/u.test(name)) return [`${name}а`];
  return [];
}
