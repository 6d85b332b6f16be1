import { z } from "zod";
import type { ZodOpenApiOperationObject } from "zod-openapi";
import { operation } from "../operation-of.ts";
import { Instant } from "../shapes.ts";
import { problemResponses } from "./problem-responses.ts";

const described = operation("GET", "/live", {
  summary: "Changes as they happen, as server-sent events",
  query: z.object({
    since: Instant.optional()
      .describe("When everything that is shown had been read, by the server’s clock")
      .meta({ example: "2026-02-10T07:59:58.000Z" }),
  }),
  answer: null,
});

/** The stream of changes: no operation of `operations`, since it answers without end. */
export const liveOperation: ZodOpenApiOperationObject = {
  operationId: "listenLive",
  tags: ["platform"],
  requestParams: { query: described.query },
  summary: described.summary,
  description: [
    "Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html), for what one may see.",
    "`event: change` carries a `LiveEvent`: what changed. Read it again to see how, unless the event shows it.",
    "`event: missed` comes at the start and whenever events may have been missed: read everything shown again.",
    "With `since`, what happened after that instant comes at the start in its place, where that is less than a minute ago.",
    "Lines that begin with a colon come every 25 seconds and say that the connection lives.",
  ].join("\n\n"),
  responses: {
    200: {
      description: "A stream that goes on until the client closes it",
      content: {
        "text/event-stream": {
          schema: { type: "string" },
          example: [
            "retry: 2000",
            "event: missed",
            "data: {}",
            "",
            "event: change",
            'data: {"kind":"round","id":"b5j0r3f8p1m6v2ye","workspace":"4k7m2x9qv3t8b1n6","at":"2026-02-10T08:00:00.000Z"}',
            "",
            "",
          ].join("\n"),
        },
      },
    },
    ...problemResponses(described),
  },
};
