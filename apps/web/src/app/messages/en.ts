import { words } from "../../design/say.ts";

/** The words of the page around the workbench, in English. */
export const en = {
  title: words("Compendium workbench"),
  claim: words("Marked-up files become one compilation. Nothing leaves this machine."),
  "skip to text": words("To the text"),
  "skip to outline": words("To the outline"),
  "skip to card": words("To the card"),
  language: words("Language"),
  theme: words("Appearance"),
  "theme system": words("As the system"),
  "theme light": words("Light"),
  "theme dark": words("Dark"),
};

export type AppMessageId = keyof typeof en;
