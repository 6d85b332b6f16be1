import type { Role } from "@compendium/contract";
import type { ColumnType } from "kysely";
import type { Timestamp } from "../platform/tables.ts";

type MaybeTimestamp = ColumnType<Date | null, Date | null, Date | null>;

declare module "../platform/tables.ts" {
  /** The tables of sign-in are those that Better Auth asks for; of them only what is read or written here is typed. */
  interface Tables {
    person: PersonTable;
    session: SessionTable;
    account: AccountTable;
    signInFailure: SignInFailureTable;
    workspace: WorkspaceTable;
    delegation: DelegationTable;
    membership: MembershipTable;
    invitation: InvitationTable;
    accessToken: AccessTokenTable;
  }
}

interface PersonTable {
  readonly id: string;
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  readonly emailVerified: boolean;
  readonly administersInstallation: boolean;
  /** Made for the illustrative workspace: anyone may sign in as them while demonstration mode is on. */
  readonly illustrative: boolean;
  readonly language: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
}

interface SessionTable {
  readonly userId: string;
  readonly token: string;
  readonly createdAt: Timestamp;
  /** Put off by use; at the latest so long after `createdAt` as a session lasts. */
  readonly expiresAt: Timestamp;
}

interface AccountTable {
  readonly id: string;
  readonly accountId: string;
  /** `"credential"` for a password. */
  readonly providerId: string;
  readonly userId: string;
  readonly password: string | null;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
}

interface SignInFailureTable {
  /** SHA-256 of the address that was tried: the table tells nobody who has an account. */
  readonly account: string;
  readonly at: Timestamp;
}

interface WorkspaceTable {
  readonly id: string;
  readonly name: string;
  readonly illustrative: boolean;
  readonly createdAt: Timestamp;
}

interface DelegationTable {
  readonly workspace: string;
  readonly code: string;
  readonly name: string;
  readonly kind: "state" | "organisation";
  /** Its place in the order in which delegations are named. */
  readonly position: number;
}

interface MembershipTable {
  readonly id: string;
  readonly person: string;
  readonly workspace: string;
  readonly role: Role;
  readonly delegation: string | null;
  readonly since: Timestamp;
  readonly endedAt: MaybeTimestamp;
}

interface InvitationTable {
  readonly id: string;
  readonly workspace: string;
  readonly email: string;
  readonly role: Role;
  readonly delegation: string | null;
  /** SHA-256 of the token in the link. */
  readonly token: string;
  readonly invitedBy: string;
  readonly createdAt: Timestamp;
  readonly expiresAt: Timestamp;
  readonly endedAt: MaybeTimestamp;
}

interface AccessTokenTable {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  /** SHA-256 of the token. */
  readonly token: string;
  readonly createdAt: Timestamp;
  readonly expiresAt: Timestamp;
  readonly lastUsedAt: MaybeTimestamp;
  readonly revokedAt: MaybeTimestamp;
}
