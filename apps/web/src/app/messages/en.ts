import { words } from "../../design/say.ts";

/** The words around all pages, in English; the other languages have the same messages. */
export const en = {
  "workbench title": words("Compendium workbench"),
  "workbench claim": words("Marked-up files become one compilation. Nothing leaves this machine."),
  "to platform": words("To the workspaces"),
  "skip to workbench": words("To the workbench"),
  "skip to main": words("To the content"),
  language: words("Language"),
  theme: words("Appearance"),
  "theme system": words("As the system"),
  "theme light": words("Light"),
  "theme dark": words("Dark"),
  "main links": words("Main links"),
  workbench: words("Workbench"),
  "sign in": words("Sign in"),
  "sign out": words("Sign out"),
  loading: words("The page is loading"),
  demonstration: words("Demonstration:"),
  "demonstration explained": words(
    "anyone can sign in as anyone. Delegations, persons and texts are invented; put nothing here that is not public.",
  ),
  "page failed": words("This page cannot be shown"),
  "load again": words("Load it again"),
  "nothing here": words("Nothing here"),
  "nothing here explained": words("There is nothing at this address that you may see. Check the address."),
  "ask secretariat": words("If it is right, ask the secretariat whether you may see it."),
  "to start": words("To the first page"),
  "sign in as other": words("Sign in, or as somebody else"),

  "line down": words("The line to the server has been down since"),
  "line down explained": words("What you see is from then. The page catches up by itself as soon as the line is back."),
};

export type MessageId = keyof typeof en;
