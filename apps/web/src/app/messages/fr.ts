import { type Messages, words } from "../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words around all pages, in French. */
export const fr: Messages<MessageId> = {
  "workbench title": words("Établi Compendium"),
  "workbench claim": words("Des fichiers annotés naît une compilation. Rien ne quitte cette machine."),
  "to platform": words("Vers les espaces de travail"),
  "skip to workbench": words("Aller à l’établi"),
  "skip to main": words("Aller au contenu"),
  language: words("Langue"),
  theme: words("Apparence"),
  "theme system": words("Comme le système"),
  "theme light": words("Claire"),
  "theme dark": words("Sombre"),
  "main links": words("Liens principaux"),
  workbench: words("Établi"),
  "sign in": words("Se connecter"),
  "sign out": words("Se déconnecter"),
  loading: words("La page se charge"),
  demonstration: words("Démonstration :"),
  "demonstration explained": words(
    "n’importe qui peut se connecter comme n’importe qui. Délégations, personnes et textes sont inventés ; ne déposez ici rien qui ne soit public.",
  ),
  "page failed": words("Cette page ne peut pas être affichée"),
  "load again": words("Recharger"),
  "nothing here": words("Rien ici"),
  "nothing here explained": words("Il n’y a rien à cette adresse que vous puissiez voir. Vérifiez l’adresse."),
  "ask secretariat": words("Si elle est exacte, demandez au secrétariat si vous y avez accès."),
  "to start": words("Vers la première page"),
  "sign in as other": words("Se connecter, ou sous une autre identité"),

  "line down": words("La liaison avec le serveur est interrompue depuis"),
  "line down explained": words(
    "Ce que vous voyez date de ce moment. La page se met à jour d’elle-même dès le retour de la liaison.",
  ),
};
