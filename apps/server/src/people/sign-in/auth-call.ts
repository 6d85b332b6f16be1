import type { Person } from "../../platform/actor.ts";

/** What Better Auth tells its hooks of a call, so far as ours look at it. */
export interface AuthCall {
  /** `"/sign-in/email"`, as the endpoint was declared. */
  readonly path?: string | undefined;
  readonly body?: unknown;
  readonly context: {
    /** What it answers, an `APIError` where it refuses; set after the call only. */
    readonly returned?: unknown;
    /** Who was signed in before the call. */
    readonly session?: { readonly user: Person } | null | undefined;
    /** Whom the call signed in. */
    readonly newSession?: { readonly user: Person } | null | undefined;
  };
}
