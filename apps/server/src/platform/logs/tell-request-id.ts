import type { FastifyInstance } from "fastify";

/** Each answer names its request as the log does, so that whoever asks for help can say which one it was. */
export function tellRequestId(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
}
