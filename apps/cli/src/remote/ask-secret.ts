import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Asks for something that must not be seen: on a terminal nothing is shown of what is typed. Else reads one line of stdin. */
export async function askSecret(question: string): Promise<string> {
  const { stdin, stderr } = process;
  const silent = new Writable({ write: (_part, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silent, terminal: stdin.isTTY === true });
  if (stdin.isTTY) stderr.write(question);
  try {
    // With end of input before a line, `question` would wait for ever.
    const [line] = await Promise.race([lines.question("").then((answer) => [answer]), ended(lines)]);
    return (line ?? "").trim();
  } finally {
    lines.close();
    if (stdin.isTTY) stderr.write("\n");
  }
}

function ended(lines: ReturnType<typeof createInterface>): Promise<[]> {
  return new Promise((resolve) => lines.once("close", () => resolve([])));
}
