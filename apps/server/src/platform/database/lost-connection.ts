/**
 * Whether this is what comes of a database that cannot be reached or went away. Asking again can help; whether a change
 * that was under way was made, nobody knows until they look: the answer to a commit can be lost.
 */
export function isLostConnection(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code === "string" && (SQLSTATE.test(code) || NETWORK.includes(code))) return true;
  return typeof message === "string" && DRIVER.test(message);
}

/** Connection exceptions, too many connections, and PostgreSQL starting or stopping. */
const SQLSTATE = /^(08...|53300|57P0.)$/;

/** `ENOENT`: the socket file of a PostgreSQL that is not there. */
const NETWORK: readonly string[] = [
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
];

// What pg and its pool say without any code. The second half comes when a transaction is rolled back on a lost connection:
// it takes the place of the error that said why.
const DRIVER =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (was closed|has encountered a connection error) and is not queryable)/;
