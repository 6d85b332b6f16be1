export { makePerson } from "./commands/accounts.ts";
export { admitDelegation } from "./commands/delegations.ts";
export { addMember } from "./commands/members.ts";
export { makeWorkspace } from "./commands/workspaces.ts";
export { peopleMigrations } from "./migrations.ts";
export { readWorkspace } from "./policy.ts";
export { presentDelegation } from "./present.ts";
export {
  type DelegationRow,
  delegationsOf,
  findActor,
  findWorkspace,
  membersOf,
} from "./queries.ts";
export { peopleRoutes } from "./routes.ts";
export { searchDelegations } from "./search.ts";
export { createAuth } from "./sign-in/auth.ts";
export { identifyBy } from "./sign-in/identify.ts";
export { sessionSecret } from "./sign-in/secret.ts";
export { serveAuth } from "./sign-in/serve-auth.ts";
export { peopleTopics } from "./topics.ts";
