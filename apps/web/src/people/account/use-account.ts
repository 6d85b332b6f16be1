import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useReadAgain } from "../../api/use-read-again.ts";
import { AccountRefusal, type Refusal } from "./account.ts";

/** What Better Auth answers, once the page is there; `undefined` until then. */
export function useAccount<Answer>(
  what: "account" | "passkeys" | "sessions",
  read: () => Promise<Answer>,
): { readonly answer: Answer | undefined; readonly refusal: Refusal | null } {
  const { data, error } = useQuery({ queryKey: ["sign-in", what], queryFn: read, retry: false });
  return { answer: data, refusal: error === null ? null : refusalIn(error) };
}

interface AccountAct {
  /** Does it, and has the page read again what can have changed. False where it failed; `refusal` tells why. */
  readonly run: (act: () => Promise<void>) => Promise<boolean>;
  readonly isRunning: boolean;
  /** Why the last one was not done; `null` if it was. */
  readonly refusal: Refusal | null;
}

/** A change to how one signs in. */
export function useAccountAct(): AccountAct {
  const readAgain = useReadAgain();
  const [isRunning, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const run = async (act: () => Promise<void>): Promise<boolean> => {
    setRunning(true);
    setRefusal(null);
    try {
      await act();
      void readAgain();
      return true;
    } catch (error) {
      setRefusal(refusalIn(error));
      return false;
    } finally {
      setRunning(false);
    }
  };
  return { run, isRunning, refusal };
}

function refusalIn(error: unknown): Refusal {
  return error instanceof AccountRefusal ? error.refusal : "refused";
}
