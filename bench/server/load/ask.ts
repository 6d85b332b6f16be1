import { Agent, type IncomingHttpHeaders, request } from "node:http";

/** One request: always a GET. */
export interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly headers: IncomingHttpHeaders;
  /** As they come over the wire: compressed, where the server compresses. */
  readonly body: Buffer;
}

/** Connections that are kept; at most so many at a time, without a limit if it is left out. */
export function connections(most = Number.POSITIVE_INFINITY): Agent {
  return new Agent({ keepAlive: true, maxSockets: most });
}

/** What a browser takes over https. */
const ENCODINGS = "gzip, deflate, br, zstd";

/** Asks, and resolves when the last byte is there. Rejects if the answer is not 200: what fails fast is not fast. */
export function ask(agent: Agent, { url, headers }: Asked): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const sent = request(url, { agent, headers: { "accept-encoding": ENCODINGS, ...headers } }, (response) => {
    const pieces: Buffer[] = [];
    response.on("data", (piece: Buffer) => pieces.push(piece));
    response.on("error", reject);
    response.on("end", () => {
      if (response.statusCode === 200) resolve({ headers: response.headers, body: Buffer.concat(pieces) });
      else reject(new Error(`${url} answered ${response.statusCode}.`));
    });
  });
  sent.on("error", reject);
  sent.end();
  return promise;
}
