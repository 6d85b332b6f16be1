/** How the program ends. Of several failures the lowest number counts. */
export const EXIT = {
  fine: 0,
  unexpected: 1,
  usage: 2,
  fileNotRead: 3,
  proofFails: 4,
  delegationUnclear: 5,
  notWritten: 6,
  notAllowed: 7,
  notNow: 8,
  serverFails: 9,
  outOfOrder: 10,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What each code means, as `--help` and docs/reference/command-line.md have it. */
export const EXIT_MEANINGS: Readonly<Record<ExitCode, string>> = {
  [EXIT.fine]: "Everything was done.",
  [EXIT.unexpected]: "A fault of the program.",
  [EXIT.usage]: "The command line is not understood, or Node is too old.",
  [EXIT.fileNotRead]: "A file cannot be read, or does not belong. With --keep-going: the rest was done.",
  [EXIT.proofFails]:
    "A proof does not hold: a compilation is not what its files say, or a record or backup was changed.",
  [EXIT.delegationUnclear]: "A file name tells of no delegation, or of several.",
  [EXIT.notWritten]: "The output cannot be written, or would overwrite a file.",
  [EXIT.notAllowed]: "You are not signed in to the server, or there is nothing there that you may see or do.",
  [EXIT.notNow]: "The state of things on the server does not allow it, or somebody changed it meanwhile.",
  [EXIT.serverFails]: "The server or its database is not reached, or cannot do it now.",
  [EXIT.outOfOrder]: "The doctor found a fault.",
};
