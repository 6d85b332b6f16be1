import { type Messages, words } from "../../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words of the account page in French. */
export const fr: Messages<MessageId> = {
  "your account": words("Votre compte"),
  "account illustrative": words(
    "Cette personne est inventée, et n’importe qui peut se connecter comme elle. Il n’y a donc rien à régler ici : ni mot de passe, ni clé d’accès, ni jeton d’accès. Se déconnecter ne concerne que ce navigateur.",
  ),
  "account wrong password": words("Ce n’est pas le mot de passe actuel. Vérifiez-le et réessayez."),
  "account no password": words(
    "Ce compte n’a pas de mot de passe. « Mot de passe oublié », sur la page de connexion, permet d’en choisir un.",
  ),
  "account wrong code": words(
    "Ce ne sont pas les chiffres du moment. Attendez les suivants ; vérifiez aussi l’horloge de l’appareil.",
  ),
  "account not fresh": words("Votre connexion date de plus d’un quart d’heure. Pour cela, connectez-vous à nouveau."),
  "account signed out": words("Vous n’êtes plus connecté."),
  "account no passkey made": words(
    "Aucune clé d’accès n’a été créée. L’appareil doit demander son code, votre doigt ou votre visage.",
  ),
  "account passkey known": words("Cet appareil a déjà une clé d’accès pour votre compte."),
  "account locked out": words("Trop de tentatives. Attendez un moment, puis réessayez."),
  "account no connection": words("Le serveur ne répond pas. Vérifiez la connexion et réessayez."),
  "account refused": words("Le serveur ne l’a pas accepté. Rechargez la page, puis réessayez."),
  "current password": words("Mot de passe actuel"),
  "password changed here": words("Le mot de passe est changé. Les autres navigateurs sont déconnectés."),
  passkeys: words("Clés d’accès"),
  "passkeys explained": words(
    "Une clé d’accès vous connecte par votre appareil et votre doigt, votre visage ou un code. Elle remplace le mot de passe et le second facteur.",
  ),
  "no passkeys": words("Aucune encore."),
  passkey: words("Clé d’accès sans nom"),
  "passkey name": words("Nom de la clé d’accès"),
  "add passkey": words("Ajouter une clé d’accès"),
  rename: words("Renommer"),
  "new name": words("Nouveau nom"),
  "save name": words("Enregistrer le nom"),
  remove: words("Supprimer"),
  "second factor title": words("Second facteur"),
  "second factor off": words(
    "Désactivé. Avec une application d’authentification sur votre téléphone, le mot de passe seul n’ouvre rien.",
  ),
  "second factor on": words(
    "Activé. Après le mot de passe, les six chiffres de votre application d’authentification sont demandés.",
  ),
  "set up second factor": words("Le mettre en place"),
  "authenticator secret explained": words(
    "Saisissez ce secret dans votre application d’authentification, ou ouvrez le lien sur l’appareil où elle se trouve. Donnez ensuite les six chiffres qu’elle affiche.",
  ),
  "open authenticator": words("Ouvrir dans l’application d’authentification"),
  "confirm second factor": words("L’activer"),
  cancel: words("Annuler"),
  "turn off second factor": words("Le désactiver"),
  "new backup codes": words("Nouveaux codes de secours"),
  "make backup codes": words("Créer de nouveaux codes"),
  "backup codes": words("Codes de secours"),
  "backup codes explained": words(
    "Ils ne sont affichés que cette fois. Chacun vous connecte une fois sans l’application d’authentification : gardez-les ailleurs que sur le même appareil.",
  ),
  sessions: words("Où vous êtes connecté"),
  "this browser": words("ce navigateur"),
  "unknown browser": words("Navigateur inconnu"),
  "signed in at": words("depuis le"),
  "sign out others": words("Déconnecter partout ailleurs"),
  "sign it out": words("Y mettre fin"),
  "access tokens": words("Jetons d’accès"),
  "access tokens explained": words(
    "Avec un jeton d’accès, un programme à vous, tel que la ligne de commande, fait ce que vous pouvez faire. Ne le donnez à personne.",
  ),
  "no tokens": words("Aucun encore."),
  "token name": words("Nom du jeton"),
  "token days": words("Durée de validité en jours"),
  "make token": words("Créer un jeton"),
  "token made": words("Le nouveau jeton d’accès"),
  "token made explained": words(
    "Il n’est affiché que cette fois. Les programmes l’envoient avec chaque requête, sous la forme « Authorization: Bearer … ».",
  ),
  "never used": words("jamais utilisé"),
  "last used": words("utilisé le"),
  "token good until": words("valable jusqu’au"),
  "revoke token": words("Révoquer"),

  "change password": words("Changer le mot de passe"),
  "new password": words("Nouveau mot de passe"),
  "password rule": words("12 caractères ou plus."),
  password: words("Mot de passe"),
  "second factor": words("Six chiffres"),
  "sign in": words("Se connecter"),
  since: words("depuis le"),
};
