import { words } from "../../design/say.ts";

/** The words of the page around the workbench, in English. */
export const en = {
  title: words("Compendium workbench"),
  claim: words("Marked-up files become one compilation. Nothing leaves this machine."),
  "skip to main": words("To the workbench"),
  language: words("Language"),
  theme: words("Appearance"),
  "theme system": words("As the system"),
  "theme light": words("Light"),
  "theme dark": words("Dark"),
};

export type AppMessageId = keyof typeof en;
