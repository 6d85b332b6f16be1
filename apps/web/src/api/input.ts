import type { AnswerOf, Operation, OperationId, Operations } from "@compendium/contract";

/**
 * What a page gives an operation: path parameters, query and body. As `InputOf` of the contract, which for an operation
 * without query or without parameters allows no property at all (`z.object({})` is a record of nothing).
 */
export type Input<Id extends OperationId> =
  Operations[Id] extends Operation<infer Path, infer Query, infer Body>
    ? Simplify<Known<Path> & Known<Query> & BodyInput<Body>>
    : never;

export type Answer<Id extends OperationId> = AnswerOf<Operations[Id]>;

type Known<Shape> = Shape extends { readonly _zod: { readonly input: infer Given } }
  ? string extends keyof Given
    ? unknown
    : Given
  : unknown;

type BodyInput<Body> = Body extends null
  ? unknown
  : Body extends { readonly file: true }
    ? { readonly body: Uint8Array<ArrayBuffer> }
    : { readonly body: Known<Body> };

type Simplify<T> = { readonly [Key in keyof T]: T[Key] };
