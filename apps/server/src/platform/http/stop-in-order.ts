import type { FastifyInstance } from "fastify";

/**
 * Once the server stops, each answer that was under way is the last on its connection. Browsers and proxies keep a
 * connection for the next request, and the server would wait more than a minute for one that it does not take.
 */
export function stopInOrder(app: FastifyInstance): void {
  let isStopping = false;
  app.addHook("preClose", async () => {
    isStopping = true;
  });
  app.addHook("onSend", async (_, reply) => {
    if (isStopping) reply.header("connection", "close");
  });
}
