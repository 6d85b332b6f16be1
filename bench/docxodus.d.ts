// The part of the peer's types that is used here. So the type check of the repository needs no peer: only who runs the
// benchmark installs it.
declare module "docxodus/core" {
  export function initialize(): Promise<void>;
  export const ConflictResolution: { readonly StackAll: 2 };
  export function docxDiffConsolidate(
    base: Uint8Array,
    reviewers: readonly { readonly document: Uint8Array; readonly author: string }[],
    settings: { readonly conflictResolution: 2 },
  ): Promise<Uint8Array>;
}
