import { plural, words } from "../../design/say.ts";

/** The words for texts and their drafts, in English; the other languages have the same messages. */
export const en = {
  "you are": words("You are here as"),
  rounds: words("Rounds"),
  "no rounds": words("No round asks for your comments. You get an e-mail when one opens."),
  "no rounds for secretariat": words(
    "No round yet. Make a text, upload its first draft as a Word file, then open a round on it.",
  ),
  "no rounds on text": words("No round on this text yet."),
  texts: words("Texts"),
  "no texts": words("There is no text yet that you may read."),
  "no texts for secretariat": words("There is no text yet. Begin with the first one."),
  "new text": words("New text"),
  "make text": words("Make the text"),
  title: words("Title"),
  body: words("Body"),
  "body explained": words("Where it is negotiated, such as FSC."),
  symbol: words("Symbol"),
  "symbol explained": words("Of the series, such as FSC.DEL/65/21. Drafts add /Rev.1 and so on."),
  original: words("Language of the original"),
  distribution: words("Distribution"),
  "distribution public": words("Public"),
  "distribution participating": words("Participating States"),
  "distribution audience": words("Audience only"),
  "distribution secretariat": words("Secretariat only"),
  "distribution explained public": words("Everybody may read it, without signing in. A round can be opened on it."),
  "distribution explained participating": words(
    "All delegations of the workspace may read it, also those outside the audience; the audience is asked for comments.",
  ),
  "distribution explained audience": words(
    "Only the delegations ticked below may read it and are asked; with none ticked, all of the workspace.",
  ),
  "distribution explained secretariat": words(
    "Only the secretariat and the chair see it. No round can be opened on it: widen the distribution before you ask delegations.",
  ),
  "round needs wider": words("This text is for the secretariat only. To open a round, widen its distribution below."),
  "group of friends": words("Audience"),
  "group of friends explained": words("The group of friends to which it goes. With none ticked, all delegations."),

  "to workspace": words("To the workspace"),
  "open round": words("Open a round"),
  "drafts of text": words("Drafts"),
  drafts: plural("count", { "=0": "no draft yet", one: "# draft", other: "# drafts" }),
  "no draft": words("No draft has been circulated yet."),
  "no draft for secretariat": words("No draft yet. Upload the first one as a Word file."),
  "draft number": words("Draft {number}"),
  paragraphs: plural("count", { one: "# paragraph", other: "# paragraphs" }),
  "change text": words("Change what is said of the text"),
  save: words("Save"),
  "add draft": words("Upload the next draft"),
  "word file": words("Word file (.docx)"),
  "draft file explained": words(
    "As it is to be circulated. It gets hidden bookmarks, so that it comes home well; not a word is changed.",
  ),
  "symbol of draft": words("Symbol of this draft"),
  "symbol of draft explained": words("Only where it is not the next of the series."),
  upload: words("Upload"),
  uploading: words("The file is being sent and read …"),

  "download word": words("Word file"),
  "download tracked": words("Word file, changes tracked"),
  "text itself": words("Text"),
  "more is coming": words("The rest is loading …"),

  "search for": words("Words to find"),
  search: words("Search"),
  "nothing found": words("Nothing that you may read has these words."),
  "found text": words("Text"),
  "found paragraph": words("Paragraph"),
  "found proposal": words("Proposal"),
  "found round": words("Round"),
  "found delegation": words("Delegation"),
};

export type MessageId = keyof typeof en;
