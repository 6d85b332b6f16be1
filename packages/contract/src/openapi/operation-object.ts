import type { ZodOpenApiOperationObject, ZodOpenApiRequestBodyObject, ZodOpenApiResponseObject } from "zod-openapi";
import { type FileShape, isFileShape, type Operation } from "../operation.ts";
import type { OperationId, RoomName } from "../operations.ts";
import { EXAMPLES } from "./examples.ts";
import { problemResponses } from "./problem-responses.ts";

/** One operation as OpenAPI describes it. */
export function operationObject(id: OperationId, operation: Operation, room: RoomName): ZodOpenApiOperationObject {
  const { summary, description, parameters, query, answer } = operation;
  return {
    operationId: id,
    tags: [room],
    summary,
    ...(description === "" ? {} : { description }),
    requestParams: { path: parameters, query },
    ...(operation.body === null ? {} : { requestBody: requestBody(id, operation) }),
    responses: { [answer === null ? 204 : 200]: success(id, operation), ...problemResponses(operation) },
  };
}

function requestBody(id: OperationId, { body }: Operation): ZodOpenApiRequestBodyObject {
  if (body === null) throw new RangeError(`${id} has no body.`);
  if (isFileShape(body)) return { required: true, description: "The file itself", content: fileContent(body) };
  const { body: example } = EXAMPLES[id].input;
  return { required: true, content: { "application/json": { schema: body, example } } };
}

function success(id: OperationId, { answer }: Operation): ZodOpenApiResponseObject {
  if (answer === null) return { description: "It is done." };
  if (!isFileShape(answer)) {
    return {
      description: "What was asked for",
      content: { "application/json": { schema: answer, example: EXAMPLES[id].answer } },
    };
  }
  return {
    description: "The file itself",
    content: fileContent(answer),
    headers: {
      "Content-Disposition": {
        description: "The file's name (RFC 6266)",
        schema: { type: "string" },
        example: "attachment; filename*=UTF-8''Guide%20draft%202.docx",
      },
    },
  };
}

/** OpenAPI 3.1 gives bytes no schema. What may be of any type is served with its own. */
function fileContent({ types }: FileShape): Record<string, Record<string, never>> {
  return Object.fromEntries(types.map((type) => [type === "application/octet-stream" ? "*/*" : type, {}]));
}
