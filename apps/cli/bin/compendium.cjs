#!/usr/bin/env -S node --max-semi-space-size=16
// The option keeps what Node sets aside for young objects at 16 MB twice. By itself Node 24 goes up to 67 MB twice: 57
// files of 120 pages then took 400 MB in place of 300, and no less time.
//
// Plain JavaScript of an old kind, so that any Node can read it and say what is wrong. The program itself is
// TypeScript, which an older Node would answer with a syntax error.
var version = process.versions.node;
if (Number(version.split(".")[0]) < 24) {
  console.error(
    "compendium needs Node 24 or newer and was started by Node "
      + version
      + ": run `npm ci` and then `npx compendium` in its folder, which bring the right one.",
  );
  process.exitCode = 2;
} else {
  // Starts in 0.14 s in place of 0.45 s. Beside the program, and not where Node would put it, in the folder for
  // temporary files, which other users may write to. Where this folder cannot be written, Node does without.
  require("node:module").enableCompileCache(
    require("node:path").join(__dirname, "../../../node_modules/.cache/compendium"),
  );
  import("../src/main.ts").then((program) => program.main(process.argv));
}
