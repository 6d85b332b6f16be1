import { type Messages, plural, words } from "../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words for texts and their drafts, in French. */
export const fr: Messages<MessageId> = {
  "you are": words("Vous êtes ici en qualité de"),
  rounds: words("Consultations"),
  "no rounds": words(
    "Aucune consultation ne demande vos observations. Vous recevrez un courriel lorsqu’il s’en ouvrira une.",
  ),
  "no rounds for secretariat": words(
    "Aucune consultation encore. Créez un texte, déposez son premier projet au format Word, puis ouvrez une consultation.",
  ),
  "no rounds on text": words("Aucune consultation sur ce texte encore."),
  texts: words("Textes"),
  "no texts": words("Il n’y a encore aucun texte que vous puissiez lire."),
  "no texts for secretariat": words("Il n’y a encore aucun texte. Commencez par le premier."),
  "new text": words("Nouveau texte"),
  "make text": words("Créer le texte"),
  title: words("Titre"),
  body: words("Organe"),
  "body explained": words("Où il est négocié, par exemple FSC."),
  symbol: words("Cote"),
  "symbol explained": words("De la série, par exemple FSC.DEL/65/21. Les projets ajoutent /Rev.1 et ainsi de suite."),
  original: words("Langue originale"),
  distribution: words("Distribution"),
  "distribution public": words("Publique"),
  "distribution participating": words("États participants"),
  "distribution audience": words("Destinataires seulement"),
  "distribution secretariat": words("Secrétariat seulement"),
  "distribution explained public": words(
    "Tout le monde peut le lire, sans se connecter. Un cycle peut être ouvert sur ce texte.",
  ),
  "distribution explained participating": words(
    "Toutes les délégations de l’espace peuvent le lire, même hors des destinataires ; ce sont les destinataires qui sont sollicités.",
  ),
  "distribution explained audience": words(
    "Seules les délégations cochées ci-dessous peuvent le lire et sont sollicitées ; sans coche, toutes celles de l’espace.",
  ),
  "distribution explained secretariat": words(
    "Seuls le secrétariat et la présidence le voient. Aucun cycle ne peut être ouvert : élargissez la diffusion avant de solliciter les délégations.",
  ),
  "round needs wider": words(
    "Ce texte est réservé au secrétariat. Pour ouvrir un cycle, élargissez sa diffusion ci-dessous.",
  ),
  "group of friends": words("Destinataires"),
  "group of friends explained": words(
    "Le groupe d’amis auquel il s’adresse. Si rien n’est coché, toutes les délégations.",
  ),

  "to workspace": words("Vers l’espace de travail"),
  "open round": words("Ouvrir une consultation"),
  "drafts of text": words("Projets"),
  drafts: plural("count", { "=0": "aucun projet", one: "# projet", many: "# de projets", other: "# projets" }),
  "no draft": words("Aucun projet n’a encore été distribué."),
  "no draft for secretariat": words("Aucun projet encore. Déposez le premier au format Word."),
  "draft number": words("Projet {number}"),
  paragraphs: plural("count", { one: "# paragraphe", many: "# de paragraphes", other: "# paragraphes" }),
  "change text": words("Modifier les indications sur le texte"),
  save: words("Enregistrer"),
  "add draft": words("Déposer le projet suivant"),
  "word file": words("Fichier Word (.docx)"),
  "draft file explained": words(
    "Tel qu’il doit être distribué. Il reçoit des signets masqués pour bien revenir ; pas un mot n’est changé.",
  ),
  "symbol of draft": words("Cote de ce projet"),
  "symbol of draft explained": words("Seulement si ce n’est pas la suivante de la série."),
  upload: words("Déposer"),
  uploading: words("Le fichier est envoyé et lu …"),

  "download word": words("Fichier Word"),
  "download tracked": words("Fichier Word, avec suivi des modifications"),
  "text itself": words("Texte"),
  "more is coming": words("La suite se charge …"),

  "search for": words("Mots à trouver"),
  search: words("Chercher"),
  "nothing found": words("Rien de ce que vous pouvez lire ne contient ces mots."),
  "found text": words("Texte"),
  "found paragraph": words("Paragraphe"),
  "found proposal": words("Proposition"),
  "found round": words("Consultation"),
  "found delegation": words("Délégation"),
};
