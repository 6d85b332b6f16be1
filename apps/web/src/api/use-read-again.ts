import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { readAgain } from "./read-again.ts";

/** Has everything that the page shows read again. */
export function useReadAgain(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => readAgain(queries), [queries]);
}
