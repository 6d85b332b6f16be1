import { type Messages, plural, words } from "../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words of the workbench in French. */
export const fr: Messages<MessageId> = {
  views: words("Vues"),
  files: words("Fichiers et accusés de réception"),
  compilation: words("Compilation"),
  keys: words("Touches"),
  undo: words("Annuler"),
  remove: words("Retirer"),

  illustrative: words("À titre d’illustration."),
  "illustrative explained": words(
    "Ce guide et ses neuf fichiers annotés ont été écrits pour montrer l’établi. Les délégations sont inventées ; aucun État n’a écrit ni ne soutient quoi que ce soit de cela.",
  ),
  "illustrative missing": words(
    "Les fichiers illustratifs n’ont pas pu être chargés. Vous pouvez commencer avec les vôtres.",
  ),
  "start afresh": words("Commencer avec vos fichiers"),
  "show illustrative": words("Afficher la compilation illustrative"),
  "remove all": words("Retirer tous les fichiers"),
  "files left out": plural("count", {
    one: "# fichier annoté sur {all} n’est pas dans la compilation :",
    many: "# de fichiers annotés sur {all} ne sont pas dans la compilation :",
    other: "# fichiers annotés sur {all} ne sont pas dans la compilation :",
  }),
  "list comma": words(", "),
  "files removed": plural("count", {
    one: "# fichier a été retiré.",
    many: "# de fichiers ont été retirés.",
    other: "# fichiers ont été retirés.",
  }),

  "base text": words("Texte de base"),
  "base explained": words("Le projet tel qu’il a été distribué : le fichier Word que les délégations ont annoté."),
  "drop base": words("Déposez ici le texte de base. Il reste sur cette machine."),
  "drop other base": words("Un autre projet ? Déposez-le ici : tous les fichiers annotés sont relus."),
  "kept nowhere": words("Rien n’est enregistré : téléchargez ce que vous voulez garder avant de fermer la page."),
  "choose base": words("Choisir le texte de base"),
  "choose other base": words("Choisir un autre texte de base"),
  "marked-up files": plural("count", {
    "=0": "Fichiers annotés",
    one: "# fichier annoté",
    many: "# de fichiers annotés",
    other: "# fichiers annotés",
  }),
  "drop submissions": words("Déposez ici les fichiers annotés, autant qu’il y en a. Ils restent sur cette machine."),
  "drop anywhere": words(
    "Déposez les fichiers : le texte de base et les fichiers annotés ensemble, ou ceux qui manquent encore.",
  ),
  "choose submissions": words("Choisir les fichiers annotés"),
  "see compilation": words("Voir la compilation"),
  waiting: words("En attente"),
  reading: words("Lecture en cours …"),
  read: words("Lu"),
  failed: words("Non lu"),
  "reading progress": words("{done} fichiers lus sur {all} …"),
  compiling: words("Compilation en cours …"),
  delegation: words("Délégation"),
  "name the delegation": words("Nommer la délégation"),
  "other delegation": words("Changer"),
  "no delegation fits": words("Aucune délégation n’a cela dans son nom ou son code."),
  "show delegations": words("Afficher toutes les délégations"),
  "not in list": words("Une autre, absente de la liste"),
  "delegation code": words("Code"),
  "delegation name": words("Nom"),
  "add delegation": words("Ajouter"),
  "back to list": words("Retour à la liste"),
  "file name does not tell": words(
    "Le nom du fichier ne dit pas de qui il est. Nommez la délégation, et le fichier rejoint la compilation.",
  ),
  "take all the same": words("Le prendre quand même"),

  "what is wrong": words("Quoi"),
  where: words("Où"),
  "what to do": words("Que faire"),
  "problem unrelated": words("Ce fichier n’est pas une copie du texte de base"),
  "problem base given": words("Ce fichier est le texte de base lui-même"),
  "problem password": words("Ce fichier est protégé par un mot de passe"),
  "problem not Word": words("Ce fichier n’est pas un document Word"),
  "problem too large": words("Ce fichier est trop volumineux"),
  "problem unreadable": words("Ce fichier n’a pas pu être lu"),
  "problem unexpected": words("L’établi a rencontré une erreur"),
  "problem duplicate": words("Deux fichiers sont de la même délégation"),

  "no compilation": words(
    "Il n’y a pas encore de compilation. Il faut un texte de base et au moins un fichier annoté.",
  ),
  "no names": plural("count", {
    one: "Il n’y a pas encore de compilation : # fichier attend le nom de sa délégation.",
    many: "Il n’y a pas encore de compilation : # de fichiers attendent le nom de leur délégation.",
    other: "Il n’y a pas encore de compilation : # fichiers attendent le nom de leur délégation.",
  }),
  "compilation coming": words("La compilation est en préparation …"),
  "to files": words("Vers les fichiers"),

  download: words("Télécharger"),
  "download failed": words("Ce format n’a pas pu être écrit :"),
  "not shown in file": plural("count", {
    one: "Le fichier est prêt. # chose n’a pas pu y être montrée :",
    many: "Le fichier est prêt. # de choses n’ont pas pu y être montrées :",
    other: "Le fichier est prêt. # choses n’ont pas pu y être montrées :",
  }),
};
