export { hashOf } from "./entry.ts";
export { delegationLedger, INSTALLATION_LEDGER, workspaceLedger } from "./ledgers.ts";
export { recordMigrations } from "./migrations.ts";
export { readLedger } from "./policy.ts";
export { ledgersOf } from "./queries.ts";
export { recordRoutes } from "./routes.ts";
export { verifyChain } from "./verify.ts";
export { type ActTold, writeEntry } from "./write-entry.ts";
