import { type Messages, words } from "../../design/say.ts";
import type { MessageId } from "./en.ts";

/** What can go wrong, in French. */
export const fr: Messages<MessageId> = {
  "problem not-valid": words("Le formulaire contient une erreur"),
  "problem sign-in-needed": words("Vous n’êtes plus connecté"),
  "problem not-allowed": words("Vous pouvez voir ceci, mais pas le faire"),
  "problem not-same-site": words("La demande semble provenir d’un autre site"),
  "problem not-found": words("Il n’y a rien ici que vous puissiez voir"),
  "problem changed-meanwhile": words("Quelqu’un a modifié ceci entre-temps"),
  "problem not-now": words("Ce n’est pas possible en ce moment"),
  "problem already-exists": words("Il en existe déjà un"),
  "problem not-confirmed": words("Veuillez d’abord confirmer"),
  "problem rival-wordings": words("Votre délégation propose deux libellés pour un même passage"),
  "problem too-large": words("Le fichier est trop volumineux"),
  "problem wrong-type": words("Le serveur n’accepte ici que des fichiers Word (.docx)"),
  "problem file-not-read": words("Le fichier ne peut être accepté"),
  "problem too-many": words("Trop de demandes en peu de temps"),
  "problem locked-out": words("Trop de tentatives de connexion infructueuses"),
  "problem server-fault": words("Le serveur a commis une erreur"),
  "problem store-unavailable": words("Le serveur n’atteint pas sa base de données"),
  "problem store-full": words("Le disque du serveur est plein"),
  "problem when": words("Quand il survient"),
  "problem advice": words("Que faire"),
  "problem for programs": words(
    "Ces explications s’adressent aux programmes qui utilisent le serveur et à leurs auteurs. Sur les pages, ce qui ne va pas figure à côté de ce que vous avez fait.",
  ),
  "problem no connection": words("Le serveur est injoignable"),
  "try again": words("Rien n’a été modifié. Vérifiez la connexion et réessayez."),
  "changed explained": words("Ce que vous avez écrit est toujours là. Voyez l’état actuel, puis décidez à nouveau."),
  "read again": words("Voir l’état actuel"),
  "sign in again": words("Se connecter et revenir ici"),
};
