import { createServer, type Server, type Socket } from "node:net";

/**
 * How the mail server behaves: takes mails; says nothing at all; refuses each; ends the connection in the middle of a mail;
 * takes the mail and ends the connection before it says so.
 */
export type Mood = "takes" | "hangs" | "refuses" | "cuts" | "takes and cuts";

/** A mail server of a few lines, as bad as it is told to be. */
export interface MailServer {
  readonly url: string;
  mood: Mood;
  /** The mails that it took, as their source. */
  readonly taken: readonly string[];
  readonly close: () => Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const taken: string[] = [];
  const sockets = new Set<Socket>();
  const listening: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
    if (server.mood !== "hangs") talk(socket, () => server.mood, taken);
  });
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const address = listening.address();
  const server: MailServer = {
    url: `smtp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
    mood: "takes",
    taken,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => listening.close(resolve));
    },
  };
  return server;
}

/** What one connection says (RFC 5321): a greeting, an answer to each command, and after DATA the mail up to its dot. */
function talk(socket: Socket, mood: () => Mood, taken: string[]): void {
  let left = "";
  let isMail = false;
  socket.write("220 here\r\n");
  socket.setEncoding("utf8").on("data", (text: string) => {
    left += text;
    for (;;) {
      const end = left.indexOf(isMail ? "\r\n.\r\n" : "\r\n");
      if (end < 0) {
        if (isMail && mood() === "cuts") socket.destroy();
        return;
      }
      const part = left.slice(0, end);
      left = left.slice(end + (isMail ? 5 : 2));
      if (isMail) {
        isMail = false;
        if (mood() === "cuts") return void socket.destroy();
        taken.push(part);
        if (mood() === "takes and cuts") return void socket.destroy();
        socket.write("250 taken\r\n");
      } else if (/^DATA/i.test(part)) {
        isMail = true;
        socket.write("354 go on\r\n");
      } else if (/^RCPT/i.test(part) && mood() === "refuses") {
        socket.write("451 not now\r\n");
      } else if (/^QUIT/i.test(part)) {
        socket.end("221 bye\r\n");
      } else {
        socket.write("250 ok\r\n");
      }
    }
  });
}
