import { type Actor, hasRole } from "../platform/actor.ts";

/**
 * In whose name a draft is written: the chair or the secretariat, whoever holds the pen, in the language of the text. The
 * person is on record, and no part of a draft. `language` is as a draft has it: ISO 639; of one that is not known here, in
 * English.
 */
export function penHolder(actor: Actor, workspace: string, language: string): string {
  const [chair, secretariat] = NAMES.get(language.toLowerCase().split("-")[0] ?? "") ?? ENGLISH;
  return hasRole(actor, workspace, "chair") ? chair : secretariat;
}

type Names = readonly [chair: string, secretariat: string];

const ENGLISH: Names = ["Chair", "Secretariat"];

/** In the languages of the United Nations and of the OSCE. */
const NAMES: ReadonlyMap<string, Names> = new Map([
  ["ar", ["الرئاسة", "الأمانة"]],
  ["de", ["Vorsitz", "Sekretariat"]],
  ["en", ENGLISH],
  ["es", ["Presidencia", "Secretaría"]],
  ["fr", ["Présidence", "Secrétariat"]],
  ["it", ["Presidenza", "Segretariato"]],
  ["ru", ["Председатель", "Секретариат"]],
  ["zh", ["主席", "秘书处"]],
]);
