import type { z } from "zod";
import type { ProblemCode } from "./problems.ts";

/** The media type of a .docx file, as ECMA-376 registers it. */
export const WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A body or an answer that is a file, whatever is in it. */
export interface FileShape {
  readonly file: true;
  /** Media types that are taken or given. */
  readonly types: readonly string[];
}

/** Word files only, up to the limit of the server. */
export const wordFile: FileShape = { file: true, types: [WORD_FILE] };

export const anyFile: FileShape = { file: true, types: ["application/octet-stream"] };

/** A file on its way: what `call` takes as body and gives as answer where an operation says `FileShape`. */
export interface FileContent {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** As the browser proposes it for saving; `""` where nobody named it. */
  readonly name: string;
  readonly type: string;
}

type Shape = z.ZodType | FileShape | null;

/**
 * One operation of the API. `path` follows `/api/v1` and names its parameters in braces, each of which is in `path
 * parameters`; `changes` is true exactly if it changes anything, and then it is not a GET.
 */
export interface Operation<
  Path extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends Shape = Shape,
  Answer extends Shape = Shape,
> {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly summary: string;
  /** What a caller should know beyond the summary; `""` where that says it all. */
  readonly description: string;
  readonly parameters: Path;
  readonly query: Query;
  readonly body: Body;
  /** `null` answers 204 without content. */
  readonly answer: Answer;
  /** What can go wrong beyond what can with every operation. */
  readonly problems: readonly ProblemCode[];
}

/** What a caller gives: path parameters, query and body. */
export type InputOf<Op> =
  Op extends Operation<infer Path, infer Query, infer Body, Shape>
    ? Simplify<Fields<z.input<Path>> & Fields<z.input<Query>> & BodyInput<Body>>
    : never;

/** What a handler gets: the same, after validation, with defaults filled in. */
export type ValidInputOf<Op> =
  Op extends Operation<infer Path, infer Query, infer Body, Shape>
    ? Simplify<Fields<z.output<Path>> & Fields<z.output<Query>> & BodyOutput<Body>>
    : never;

/** What the operation answers. */
export type AnswerOf<Op> =
  Op extends Operation<z.ZodObject, z.ZodObject, Shape, infer Answer>
    ? Answer extends z.ZodType
      ? z.output<Answer>
      : Answer extends FileShape
        ? FileContent
        : null
    : never;

type BodyInput<Body> = Body extends z.ZodType
  ? { readonly body: z.input<Body> }
  : Body extends FileShape
    ? { readonly body: Uint8Array<ArrayBuffer> }
    : unknown;

type BodyOutput<Body> = Body extends z.ZodType
  ? { readonly body: z.output<Body> }
  : Body extends FileShape
    ? { readonly body: Uint8Array<ArrayBuffer> }
    : unknown;

/** An object without fields forbids every other field; together with others it must not. */
type Fields<T> = keyof T extends never ? unknown : string extends keyof T ? unknown : T;

type Simplify<T> = { readonly [Key in keyof T]: T[Key] };

export function isFileShape(shape: Shape): shape is FileShape {
  return shape !== null && "file" in shape;
}
