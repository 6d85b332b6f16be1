import { bilateralsOperations } from "./negotiation/bilaterals.ts";
import { decisionsOperations } from "./negotiation/decisions.ts";
import { historyOperations } from "./negotiation/history.ts";
import { meetingsOperations } from "./negotiation/meetings.ts";
import { nextDraftOperations } from "./negotiation/next-draft.ts";
import { papersOperations } from "./negotiation/papers.ts";
import { passagesOperations } from "./negotiation/passages.ts";
import { positionsOperations } from "./negotiation/positions.ts";
import { statementsOperations } from "./negotiation/statements.ts";

export const negotiationOperations = {
  ...passagesOperations,
  ...positionsOperations,
  ...decisionsOperations,
  ...meetingsOperations,
  ...statementsOperations,
  ...bilateralsOperations,
  ...nextDraftOperations,
  ...papersOperations,
  ...historyOperations,
} as const;
