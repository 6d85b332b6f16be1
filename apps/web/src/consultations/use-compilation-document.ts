import type { CompilationDocument } from "@compendium/engine";
import { joinDocuments } from "@compendium/engine/parts";
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { useCall } from "../api/call.tsx";
import { queryOf } from "../api/need.ts";
import { useOperation } from "../api/use-operation.ts";

/** A compilation as far as it has come. */
interface ComingDocument {
  readonly document: CompilationDocument;
  readonly parts: number;
  /** How many of them are in the document, from the first on. */
  readonly there: number;
}

/** The first part is there with the page; the others come after it, and are shown in their order. */
export function useCompilationDocument(compilation: string): ComingDocument {
  const call = useCall();
  const { parts, document: first } = useOperation("readCompilationPart", { compilation, part: 0 });
  const others = Array.from({ length: parts - 1 }, (_, at) => at + 1);
  const answers = useQueries({
    queries: others.map((part) => queryOf(call, "readCompilationPart", { compilation, part })),
    combine: (results) => results.map(({ data }) => data?.document as CompilationDocument | undefined),
  });
  const missing = answers.indexOf(undefined);
  const come = missing < 0 ? answers : answers.slice(0, missing);
  const there = come.length + 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: parts never change, so their number says which they are
  const document = useMemo(
    () => joinDocuments([first as CompilationDocument, ...(come as readonly CompilationDocument[])]),
    [first, there],
  );
  return { document, parts, there };
}
