import { z } from "zod";
import { createDocument, type ZodOpenApiPathsObject } from "zod-openapi";
import type { Operation } from "../operation.ts";
import { type OperationId, operations, operationsOfRooms, type RoomName } from "../operations.ts";
import { LiveEvent } from "../platform.ts";
import { EXAMPLES } from "./examples.ts";
import { liveOperation } from "./live-operation.ts";
import { operationObject } from "./operation-object.ts";
import { problemExamples, sharedResponses } from "./problem-responses.ts";

type Document = ReturnType<typeof createDocument>;

/** The whole API as OpenAPI 3.1, as openapi.json holds it. */
export function openApiText(): string {
  // Zod closes what it answers; we may add fields to any answer, and a client must not stumble over them.
  const open = (name: string, value: unknown) =>
    name === "additionalProperties" && value === false ? undefined : value;
  return `${JSON.stringify(openApiDocument(), open, 2)}\n`;
}

/** `version` is that of the API: raised with what is added, the first number staying 1 as long as it is /api/v1. */
function openApiDocument(): Document {
  const document = createDocument(
    {
      openapi: "3.1.1",
      info: { title: "Compendium", version: "1.0.0", summary: SUMMARY, description: DESCRIPTION, license: LICENSE },
      servers: [{ url: "/api/v1" }],
      // A token, a session, or nothing: what is public is answered to everybody.
      security: [{ token: [] }, { session: [] }, {}],
      tags: (Object.keys(ROOMS) as RoomName[]).map((name) => ({ name, description: ROOMS[name] })),
      paths: { ...paths(), "/live": { get: liveOperation } },
      components: {
        schemas: { LiveEvent },
        responses: sharedResponses(Object.values(operations)),
        examples: problemExamples(),
        securitySchemes: {
          token: {
            type: "http",
            scheme: "bearer",
            description: "A personal access token, made on the page of one's tokens or with `createToken`.",
          },
          session: {
            type: "apiKey",
            in: "cookie",
            name: "compendium.session_token",
            description: [
              "The session of a browser; over https its name begins with `__Secure-`.",
              "It comes from the endpoints under `/api/auth`, which are Better Auth's own: https://better-auth.com/docs.",
              "Changes by a session are taken from the site's own pages only.",
            ].join(" "),
          },
        },
      },
    },
    {
      override: ({ jsonSchema, zodSchema }) => {
        // The format says it; as a pattern it is 300 characters that nobody reads.
        if (zodSchema instanceof z.ZodISODateTime) delete jsonSchema.pattern;
        // The bounds of what a double holds exactly, which Zod gives every integer.
        if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      },
    },
  );
  addParameterExamples(document);
  return document;
}

const SUMMARY = "Circulate a draft, collect submissions, release the compilation";

const DESCRIPTION = `Everything that the pages do, for programs. An introduction with examples is docs/reference/api.md.

Whatever goes wrong is answered as \`application/problem+json\` (RFC 9457); docs/reference/api-problems.md explains each
code. What one may not read answers exactly like what does not exist.

Under /api/v1 operations, fields and codes are only added, never renamed or taken away.`;

const LICENSE = { name: "Apache-2.0", identifier: "Apache-2.0" };

const ROOMS: Readonly<Record<RoomName, string>> = {
  platform: "The installation itself, and changes as they happen",
  people: "Who asks; workspaces, delegations, members, invitations, access tokens",
  record: "The record of every act, as chains of hashes",
  texts: "Texts, their drafts, and what stands in them",
  consultations: "Rounds, rooms of delegations, submissions, compilations",
  negotiation: "Positions, brackets, decisions, and the next draft that is made of them",
};

function paths(): ZodOpenApiPathsObject {
  const all: Record<string, ZodOpenApiPathsObject[string]> = {};
  for (const [room, ofRoom] of Object.entries(operationsOfRooms) as [RoomName, Record<string, Operation>][]) {
    for (const [id, operation] of Object.entries(ofRoom)) {
      const method = operation.method.toLowerCase();
      all[operation.path] = {
        ...all[operation.path],
        [method]: operationObject(id as OperationId, operation, room),
      };
    }
  }
  return all;
}

/** What an example call gives for each parameter. One shape serves many parameters, so it cannot carry the example. */
function addParameterExamples({ paths: all = {} }: Document): void {
  for (const item of Object.values(all)) {
    for (const method of ["get", "post", "put", "patch", "delete"] as const) {
      const { operationId, parameters = [] } = item[method] ?? {};
      if (operationId === undefined || !(operationId in operations)) continue;
      const { input } = EXAMPLES[operationId as OperationId];
      for (const parameter of parameters) {
        if ("name" in parameter && input[parameter.name] !== undefined) parameter.example = input[parameter.name];
      }
    }
  }
}
