import { plural, words } from "../../design/say.ts";

/** The words of the workbench in English; the other languages have the same messages. */
export const en = {
  views: words("Views"),
  files: words("Files and receipts"),
  compilation: words("Compilation"),
  keys: words("Keys"),
  undo: words("Undo"),
  remove: words("Remove"),

  illustrative: words("Illustrative."),
  "illustrative explained": words(
    "This guide and its nine marked-up files were written to show the workbench. The delegations are invented; no State wrote or holds any of it.",
  ),
  "illustrative missing": words("The illustrative files could not be loaded. You can start with your own."),
  "start afresh": words("Start with your own files"),
  "show illustrative": words("Show the illustrative compilation"),
  "remove all": words("Remove all files"),
  "files left out": plural("count", {
    one: "# of {all} marked-up files is not in the compilation:",
    other: "# of {all} marked-up files are not in the compilation:",
  }),
  "list comma": words(", "),
  "files removed": plural("count", { one: "# file was removed.", other: "# files were removed." }),

  "base text": words("Base text"),
  "base explained": words("The draft as it was circulated: the Word file that delegations marked up."),
  "drop base": words("Drop the base text here. It stays on this machine."),
  "drop other base": words("Another draft? Drop it here: every marked-up file is read again."),
  "kept nowhere": words("Nothing is saved: what you want to keep, download before you close the page."),
  "choose base": words("Choose the base text"),
  "choose other base": words("Choose another base text"),
  "marked-up files": plural("count", { "=0": "Marked-up files", one: "# marked-up file", other: "# marked-up files" }),
  "drop submissions": words("Drop marked-up files here, as many as there are. They stay on this machine."),
  "drop anywhere": words(
    "Drop the files: the base text and the marked-up files together, or those that are still missing.",
  ),
  "choose submissions": words("Choose marked-up files"),
  "see compilation": words("See the compilation"),
  waiting: words("Waiting"),
  reading: words("Being read …"),
  read: words("Read"),
  failed: words("Not read"),
  "reading progress": words("{done} of {all} files read …"),
  compiling: words("Compiling …"),
  delegation: words("Delegation"),
  "name the delegation": words("Name the delegation"),
  "other delegation": words("Change"),
  "no delegation fits": words("No delegation has this in its name or code."),
  "show delegations": words("Show all delegations"),
  "not in list": words("Another one, not in the list"),
  "delegation code": words("Code"),
  "delegation name": words("Name"),
  "add delegation": words("Add"),
  "back to list": words("Back to the list"),
  "file name does not tell": words(
    "The file name does not tell whose it is. Name the delegation, and the file joins the compilation.",
  ),
  "take all the same": words("Take it all the same"),

  "what is wrong": words("What"),
  where: words("Where"),
  "what to do": words("What to do"),
  "problem unrelated": words("This file is not a copy of the base text"),
  "problem base given": words("This file is the base text itself"),
  "problem password": words("This file is protected by a password"),
  "problem not Word": words("This file is not a Word document"),
  "problem too large": words("This file is too large"),
  "problem unreadable": words("This file could not be read"),
  "problem unexpected": words("Something went wrong in the workbench"),
  "problem duplicate": words("Two files are from the same delegation"),

  "no compilation": words("There is no compilation yet. It needs a base text and at least one marked-up file."),
  "no names": plural("count", {
    one: "There is no compilation yet: # file waits for the name of its delegation.",
    other: "There is no compilation yet: # files wait for the names of their delegations.",
  }),
  "compilation coming": words("The compilation is being made …"),
  "to files": words("To the files"),

  download: words("Download"),
  "download failed": words("This format could not be written:"),
  "not shown in file": plural("count", {
    one: "The file was made. # thing could not be shown in it:",
    other: "The file was made. # things could not be shown in it:",
  }),
};

export type MessageId = keyof typeof en;
