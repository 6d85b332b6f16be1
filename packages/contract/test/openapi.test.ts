import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { addressOf, isFileShape, type Operation, operations, PROBLEMS } from "../src/index.ts";
import { openApiText } from "../src/openapi/document.ts";
import { problemsOf } from "../src/problems-of.ts";

const committed = readFileSync(new URL("../openapi.json", import.meta.url), "utf8");
const document = JSON.parse(committed) as OpenApi;

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: {
    readonly responses: Readonly<Record<string, ResponseObject>>;
    readonly examples: Readonly<Record<string, { readonly value: unknown }>>;
  };
}

interface OperationObject {
  readonly operationId: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: object }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, ResponseObject | { readonly $ref: string }>>;
}

interface ResponseObject {
  readonly content?: Content;
}

type Content = Readonly<Record<string, MediaType>>;

interface MediaType {
  readonly schema?: object;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly $ref: string }>>;
}

/** Every operation of the document with its method and path. */
const described = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

/** Operations that the document tells of and `operations` cannot, since they do not answer once. */
const BESIDE = ["listenLive"];

test("the committed openapi.json is what the operations give: npm run openapi --workspace packages/contract", () => {
  expect(committed).toBe(openApiText());
});

test("it is OpenAPI 3.1", async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(committed));
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  expect(validator.version).toBe("3.1");
});

test("it describes every operation once, and none else", () => {
  const ids = described.map(({ operation }) => operation.operationId);
  expect(ids.toSorted()).toEqual([...Object.keys(operations), ...BESIDE].sort());
});

describe.each(Object.entries<Operation>(operations))("%s", (id, operation) => {
  const { path, method, operation: object } = described.find((each) => each.operation.operationId === id) ?? missing();

  test("stands at its method and path, with exactly the parameters that the path names", () => {
    expect({ method: method.toUpperCase(), path }).toEqual({ method: operation.method, path: operation.path });
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const inPath = (object.parameters ?? []).filter((each) => each.in === "path").map(({ name }) => name);
    expect(inPath.toSorted()).toEqual(named.toSorted());
    expect(Object.keys(operation.parameters.shape).sort()).toEqual(named.toSorted());
  });

  test("has an example of its body and of its answer", () => {
    if (operation.body !== null && !isFileShape(operation.body)) {
      expect(object.requestBody?.content["application/json"]).toHaveProperty("example");
    }
    if (operation.answer !== null && !isFileShape(operation.answer)) {
      const success = object.responses[200] as ResponseObject;
      expect(success.content?.["application/json"]).toHaveProperty("example");
    }
  });

  test("answers each of its problems, by its status", () => {
    const codes = Object.values(object.responses).flatMap((response) => Object.keys(problemsIn(response)));
    expect(codes.toSorted()).toEqual([...problemsOf(operation)].sort());
    for (const [status, response] of Object.entries(object.responses)) {
      for (const code of Object.keys(problemsIn(response))) {
        expect(PROBLEMS[code as keyof typeof PROBLEMS].status).toBe(Number(status));
      }
    }
  });
});

test("every example is what its schema says, and a wrong one would not pass", () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, "openapi.json");
  const faults: string[] = [];
  let checked = 0;
  visit(document, "", (schema, example, at) => {
    checked += 1;
    const validate = ajv.compile(rebased(schema));
    if (!validate(example)) faults.push(`${at}: ${ajv.errorsText(validate.errors)}`);
    // A number in place of an object or array is never right, unless the schema allows everything.
    if (typeof example === "object" && Object.keys(schema).length > 0) expect(validate(17), at).toBe(false);
  });
  expect(faults).toEqual([]);
  expect(checked).toBeGreaterThan(Object.keys(operations).length);
});

test("every code of a problem has an example, and comes with some operation or with signing in", () => {
  expect(Object.keys(document.components.examples).sort()).toEqual(Object.keys(PROBLEMS).sort());
  const answered = new Set(Object.values<Operation>(operations).flatMap((each) => problemsOf(each)));
  expect(Object.keys(PROBLEMS).filter((code) => !answered.has(code as keyof typeof PROBLEMS))).toEqual(["locked-out"]);
});

test("the addresses of the client are those of the document", () => {
  expect(addressOf(operations.readDraftContent, { draft: "e6s1", from: 12 })).toBe(
    "/api/v1/drafts/e6s1/content?from=12",
  );
  expect(Object.keys(document.paths)).toContain("/drafts/{draft}/content");
});

/** The examples of problems in a response, by code; none in a success. */
function problemsIn(response: ResponseObject | { readonly $ref: string }): Readonly<Record<string, unknown>> {
  const found =
    "$ref" in response
      ? document.components.responses[response.$ref.replace(/^.*\//, "")]
      : (response as ResponseObject);
  return found?.content?.["application/problem+json"]?.examples ?? {};
}

/** Calls back with each example in a part of the document and the schema that it stands beside. */
function visit(part: unknown, at: string, found: (schema: object, example: unknown, at: string) => void): void {
  if (typeof part !== "object" || part === null) return;
  const { schema, example, examples } = part as MediaType;
  if (schema !== undefined) {
    if (example !== undefined) found(schema, example, at);
    for (const { $ref } of Object.values(examples ?? {})) {
      const code = $ref.replace("#/components/examples/", "");
      found(schema, document.components.examples[code]?.value, `${at} ${code}`);
    }
  }
  for (const [name, inside] of Object.entries(part)) {
    if (name !== "example") visit(inside, `${at}/${name}`, found);
  }
}

/** A schema of the document, standing alone: its references point into the document. */
function rebased(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"openapi.json#/')) as object;
}

function missing(): never {
  throw new Error("openapi.json lacks an operation.");
}
