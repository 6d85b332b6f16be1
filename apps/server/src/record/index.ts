export { bilateralLedger, delegationLedger, INSTALLATION_LEDGER, workspaceLedger } from "./ledgers.ts";
export { recordMigrations } from "./migrations.ts";
export { chainsOf, entryOf, headsOf } from "./queries.ts";
export { recordRoutes } from "./routes.ts";
export { checkChain, type KnownHead, verifyChain } from "./verify.ts";
export { type ActTold, writeEntry } from "./write-entry.ts";
