import { words } from "../../design/say.ts";

/** What can go wrong, in English; the other languages have the same messages. */
export const en = {
  "problem not-valid": words("Something in the form is not right"),
  "problem sign-in-needed": words("You are no longer signed in"),
  "problem not-allowed": words("You may see this, but not do that"),
  "problem not-same-site": words("The request seems to come from another site"),
  "problem not-found": words("There is nothing here that you may see"),
  "problem changed-meanwhile": words("Somebody changed this meanwhile"),
  "problem not-now": words("This cannot be done now"),
  "problem already-exists": words("There is one already"),
  "problem not-confirmed": words("Please confirm this first"),
  "problem rival-wordings": words("Your delegation proposes two wordings for one passage"),
  "problem too-large": words("The file is too large"),
  "problem wrong-type": words("The server takes Word files (.docx) here"),
  "problem file-not-read": words("The file cannot be taken"),
  "problem too-many": words("Too many requests in a short time"),
  "problem locked-out": words("Too many failed attempts to sign in"),
  "problem server-fault": words("The server made a mistake"),
  "problem store-unavailable": words("The server cannot reach its database"),
  "problem store-full": words("The server’s disk is full"),
  "problem when": words("When it comes"),
  "problem advice": words("What to do"),
  "problem for programs": words(
    "These words are for programs that use the server, and for whoever writes them. On pages, what is wrong stands beside what you did.",
  ),
  "problem no connection": words("The server could not be reached"),
  "try again": words("Nothing was changed. Check the connection and try again."),
  "changed explained": words("What you wrote is still here. See how it stands now, then decide again."),
  "read again": words("See how it stands now"),
  "sign in again": words("Sign in and come back here"),
};

export type MessageId = keyof typeof en;
