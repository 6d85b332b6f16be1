import type { Illustrative } from "./illustrative.ts";
import type { LongRound } from "./long-text.ts";

/** What visits lead to: the illustrative workspace, with a round on a long text beside it. */
export interface Visited extends Illustrative {
  readonly long: LongRound;
}

/** Where a page is opened in the illustrative workspace, and by whom: somebody who sees most of it. */
export interface Visit {
  readonly address: string;
  readonly as: "secretary" | "head" | "member" | "nobody";
}

/** A visit for every page of the web client, by its path there; after a `+`, the same page where it shows something else. */
export const VISITS: Readonly<Record<string, (at: Visited) => Visit>> = {
  "/": () => ({ address: "/", as: "secretary" }),
  "/sign-in": () => ({ address: "/sign-in", as: "nobody" }),
  "/reset-password": () => ({ address: "/reset-password#token", as: "nobody" }),
  "/account": () => ({ address: "/account", as: "member" }),
  "/problems/:code": () => ({ address: "/problems/not-found", as: "nobody" }),
  "/invitations/:token": ({ invitation }) => ({ address: `/invitations/${invitation}`, as: "nobody" }),
  "/workspaces/:workspace": ({ workspace }) => ({ address: `/workspaces/${workspace}`, as: "secretary" }),
  "/workspaces/:workspace/members": ({ workspace }) => ({
    address: `/workspaces/${workspace}/members`,
    as: "secretary",
  }),
  "/workspaces/:workspace/record": ({ workspace }) => ({ address: `/workspaces/${workspace}/record`, as: "secretary" }),
  "/workspaces/:workspace/search": ({ workspace }) => ({
    address: `/workspaces/${workspace}/search?words=material`,
    as: "head",
  }),
  "/compilations/:compilation": ({ compilation }) => ({ address: `/compilations/${compilation}`, as: "head" }),
  "/compilations/:compilation/negotiation": ({ compilation }) => ({
    address: `/compilations/${compilation}/negotiation`,
    as: "secretary",
  }),
  "/compilations/:compilation/negotiation + head": ({ compilation }) => ({
    address: `/compilations/${compilation}/negotiation`,
    as: "head",
  }),
  "/compilations/:compilation/outcomes": ({ compilation }) => ({
    address: `/compilations/${compilation}/outcomes`,
    as: "head",
  }),
  "/compilations/:compilation/positions": ({ compilation }) => ({
    address: `/compilations/${compilation}/positions`,
    as: "head",
  }),
  "/compilations/:compilation/meetings": ({ compilation }) => ({
    address: `/compilations/${compilation}/meetings`,
    as: "secretary",
  }),
  "/compilations/:compilation/consultations": ({ compilation }) => ({
    address: `/compilations/${compilation}/consultations`,
    as: "head",
  }),
  "/meetings/:meeting": ({ meeting }) => ({ address: `/meetings/${meeting}`, as: "secretary" }),
  "/meetings/:meeting + head": ({ meeting }) => ({ address: `/meetings/${meeting}`, as: "head" }),
  "/meetings/:meeting/projector": ({ meeting }) => ({ address: `/meetings/${meeting}/projector`, as: "head" }),
  "/bilaterals/:bilateral": ({ bilateral }) => ({ address: `/bilaterals/${bilateral}`, as: "head" }),
  "/texts/:text": ({ text }) => ({ address: `/texts/${text}`, as: "secretary" }),
  "/texts/:text/new-round": ({ text }) => ({ address: `/texts/${text}/new-round`, as: "secretary" }),
  "/drafts/:draft": ({ draft }) => ({ address: `/drafts/${draft}`, as: "head" }),
  "/paragraphs/:paragraph": ({ paragraph }) => ({ address: `/paragraphs/${paragraph}`, as: "head" }),
  "/rounds/:round": ({ closed }) => ({ address: `/rounds/${closed}`, as: "secretary" }),
  "/rounds/:round + open": ({ open }) => ({ address: `/rounds/${open}`, as: "head" }),
  "/rounds/:round/submissions": ({ closed }) => ({ address: `/rounds/${closed}/submissions`, as: "secretary" }),
  "/rounds/:round/delegations/:delegation": ({ open }) => ({ address: `/rounds/${open}/delegations/XAA`, as: "head" }),
  "/rounds/:round/delegations/:delegation + closed": ({ closed }) => ({
    address: `/rounds/${closed}/delegations/XAA`,
    as: "head",
  }),
  "/rounds/:round/delegations/:delegation/standing": ({ closed }) => ({
    address: `/rounds/${closed}/delegations/XAA/standing`,
    as: "head",
  }),
  "/rounds/:round/compilations/:compilation": ({ closed, compilation }) => ({
    address: `/rounds/${closed}/compilations/${compilation}`,
    as: "secretary",
  }),
  "/rounds/:round/compilations/:compilation + in parts, not released": ({ long: { round, compilation } }) => ({
    address: `/rounds/${round}/compilations/${compilation}`,
    as: "secretary",
  }),
  "/workbench": () => ({ address: "/workbench", as: "nobody" }),
};
