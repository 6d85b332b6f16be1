import { type Messages, words } from "../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words for the record, in French. */
export const fr: Messages<MessageId> = {
  "record explained": words(
    "Tous les actes, dans l’ordre où ils ont été accomplis. Chaque inscription contient l’empreinte de la précédente : quiconque a le fichier peut la vérifier avec « compendium verify ».",
  ),
  "no record": words("Il n’y a ici aucun registre que vous puissiez lire."),
  chain: words("Chaîne"),
  "chain of workspace": words("Espace de travail"),
  "chain of delegation": words("Délégation"),
  "chain of installation": words("Installation"),
  act: words("Acte"),
  filter: words("Filtrer"),
  export: words("Exporter toute la chaîne"),
  loading: words("Chargement …"),
  entries: words("Inscriptions au registre"),
  "no entries": words("Aucune inscription ne correspond."),
  number: words("N°"),
  when: words("Quand"),
  who: words("Qui"),
  what: words("Quoi"),
  hash: words("Empreinte"),
  newest: words("Les plus récentes"),
  older: words("Plus anciennes"),
};
