import type { z } from "zod";
import type { AnswerOf, FileShape, InputOf, Operation } from "../../operation.ts";

/**
 * A call as somebody would make it, and what comes back. Bodies and answers that are files are left out. Kept beside the
 * shapes and not in them: the web page, which loads the shapes, has no use for examples.
 */
export type Example<Op> =
  Op extends Operation<z.ZodObject, z.ZodObject, infer Body, infer Answer>
    ? { readonly input: Body extends FileShape ? Omit<InputOf<Op>, "body"> : InputOf<Op> } & (Answer extends z.ZodType
        ? { readonly answer: AnswerOf<Op> }
        : unknown)
    : never;

/** An example for each operation of a room: whoever adds an operation is held to give one. */
export type Examples<Ops> = { readonly [Id in keyof Ops]: Example<Ops[Id]> };
