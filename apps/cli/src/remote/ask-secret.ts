import { createInterface, type Interface } from "node:readline";
import { Writable } from "node:stream";

/** Asks for something that must not be seen: on a terminal nothing is shown of what is typed. Else reads one line of stdin. */
export async function askSecret(question: string): Promise<string> {
  const { stdin, stderr } = process;
  const silent = new Writable({ write: (_part, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silent, terminal: stdin.isTTY === true });
  if (stdin.isTTY) stderr.write(question);
  try {
    return (await firstOf(lines)).trim();
  } finally {
    lines.close();
    if (stdin.isTTY) stderr.write("\n");
  }
}

/** The first line, whether or not a line break ends it; nothing where the input ends before one begins. */
function firstOf(lines: Interface): Promise<string> {
  return new Promise((resolve) => {
    lines.once("line", resolve);
    lines.once("close", () => resolve(""));
  });
}
