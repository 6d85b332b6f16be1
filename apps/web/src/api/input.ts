import type { AnswerOf, InputOf, OperationId, Operations } from "@compendium/contract";

/** What a page gives an operation: path parameters, query and body. */
export type Input<Id extends OperationId> = InputOf<Operations[Id]>;

export type Answer<Id extends OperationId> = AnswerOf<Operations[Id]>;
