import { INSTALLATION_LEDGER } from "../../../src/record/index.ts";
import { readChain } from "../../../src/record/queries.ts";
import type { TestServer } from "../../support/test-server.ts";

/** What stands in the chain of the installation about this person, as acts. */
export async function installationActs({ platform }: TestServer, person: string): Promise<readonly string[]> {
  const entries = await readChain(platform.db, INSTALLATION_LEDGER);
  return entries.filter(({ actor }) => actor.id === person).map(({ act }) => act);
}
