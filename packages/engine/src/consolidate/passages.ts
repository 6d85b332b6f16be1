import { essence } from "../compare/near-identical.ts";
import { applyEdits } from "../model/apply-edits.ts";
import type { Passage, Proposal, Sponsor, Variant } from "../model/compilation.ts";
import type { DelegationCode } from "../model/delegation.ts";
import type { Place } from "../model/place.ts";
import type { Edit } from "../model/submission.ts";
import { type Story, sameTokens, sameWording, type Token, textOf } from "../model/text.ts";
import { takenAsOne } from "./taken-as-one.ts";

/** An edit with the delegation that makes it. */
export interface OwnedEdit {
  readonly delegation: DelegationCode;
  readonly edit: Edit;
}

/**
 * Groups the edits of all delegations on one story into passages, and those of each passage into proposals. Lists of
 * delegations are in the order of `order`.
 */
export function groupPassages(
  story: Story,
  edits: readonly OwnedEdit[],
  order: readonly DelegationCode[],
  placeOf: (token: number) => Place,
): Passage[] {
  const rank = new Map(order.map((code, i) => [code, i]));
  const cut = takenAsOne(story, edits).flatMap(({ delegation, edit }) =>
    cutAtParagraphs(story, edit).map((part) => ({ delegation, edit: part })),
  );
  const stretches = connect(cut.sort((x, y) => byPosition(x, y) || rankOf(rank, x) - rankOf(rank, y)));
  const passages = stretches.map(({ fromA, toA, members }, i): Passage => {
    const proposals = proposalsOf(story, fromA, toA, members, order);
    const here = placeOf(Math.max(0, Math.min(fromA, story.tokens.length - 1)));
    const place = insertsBlocks(story, fromA, toA, proposals) ? after(placeOf(fromA - 1), here) : here;
    return { id: `${story.id}/${i + 1}`, fromA, toA, place, proposals };
  });
  return linkMoves(passages, edits);
}

/** Whether whole paragraphs, rows or tables are inserted behind another: what follows has nothing to do with them. */
function insertsBlocks({ tokens }: Story, fromA: number, toA: number, proposals: readonly Proposal[]): boolean {
  return fromA === toA && endsBlock(tokens[fromA - 1]) && proposals.every(({ wording }) => endsBlock(wording.at(-1)));
}

function endsBlock(token: Token | undefined): boolean {
  return token?.kind === "mark" || token?.kind === "close";
}

function after({ citation, headings }: Place, here: Place): Place {
  return { ...here, citation: `after ${citation}`, headings };
}

/**
 * A deletion of several whole paragraphs or tables as one of each: otherwise everything that others propose for any of
 * them would be one passage, and deletions that overlap could chain half a text together. Words that are put in place of
 * the first ones of the next paragraph stand apart from what is deleted before it. A move stays whole.
 */
function cutAtParagraphs({ tokens }: Story, edit: Edit): Edit[] {
  const { fromA, toA, inserted, move } = edit;
  const before = tokens[fromA - 1];
  const isWhole = before === undefined || (before.kind !== "word" && before.kind !== "atom");
  if (inserted.some(isStructure) || move !== null || !isWhole) return [edit];
  const cuts: Edit[] = [];
  let from = fromA;
  let depth = 0;
  for (let at = fromA; at < toA; at++) {
    const { kind } = tokens[at] as Token;
    if (kind === "open") depth++;
    if (kind === "close") depth--;
    // What closes here was opened before: not blocks are deleted, but the structure round them.
    if (depth < 0) return [edit];
    if (depth > 0 || (kind !== "mark" && kind !== "close")) continue;
    cuts.push({ ...edit, fromA: from, toA: at + 1, inserted: [] });
    from = at + 1;
  }
  // What is put in place of whole paragraphs is theirs, be it a part of the next.
  if (depth > 0 || (from === toA && inserted.length > 0)) return [edit];
  if (from < toA) cuts.push({ ...edit, fromA: from, toA });
  return cuts;
}

function isStructure({ kind }: Token): boolean {
  return kind !== "word" && kind !== "atom";
}

interface Stretch {
  fromA: number;
  toA: number;
  readonly members: OwnedEdit[];
}

function byPosition({ edit: x }: OwnedEdit, { edit: y }: OwnedEdit): number {
  return x.fromA - y.fromA || Number(x.toA > x.fromA) - Number(y.toA > y.fromA);
}

function rankOf(rank: ReadonlyMap<DelegationCode, number>, { delegation }: OwnedEdit): number {
  return rank.get(delegation) ?? 0;
}

/**
 * Edits belong to one passage if they touch the same base word, insert at the same place, or one inserts within what
 * another deletes. Edits that only stand side by side are passages of their own: nobody needs to choose between them.
 */
function connect(edits: readonly OwnedEdit[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const owned of edits) {
    const { fromA, toA } = owned.edit;
    const last = stretches.at(-1);
    const isInsertion = fromA === toA;
    // An insertion at the beginning of a deletion came before it, and stands apart.
    const joins =
      last !== undefined && (fromA < last.toA || (isInsertion && last.fromA === last.toA && fromA === last.fromA));
    if (last !== undefined && joins) {
      last.toA = Math.max(last.toA, toA);
      last.members.push(owned);
    } else stretches.push({ fromA, toA, members: [owned] });
  }
  return stretches;
}

interface Reading {
  readonly delegation: DelegationCode;
  readonly edits: readonly Edit[];
  readonly wording: readonly Token[];
}

function proposalsOf(
  story: Story,
  fromA: number,
  toA: number,
  members: readonly OwnedEdit[],
  order: readonly DelegationCode[],
): Proposal[] {
  const readings: Reading[] = order.flatMap((delegation) => {
    const edits = members.filter((owned) => owned.delegation === delegation).map(({ edit }) => edit);
    return edits.length === 0 ? [] : [{ delegation, edits, wording: applyEdits(story.tokens, edits, [], fromA, toA) }];
  });
  const groups: Reading[][] = [];
  for (const reading of readings) {
    const group = groups.find(([first]) => first !== undefined && sameWording(first.wording, reading.wording));
    if (group === undefined) groups.push([reading]);
    else group.push(reading);
  }
  const texts = groups.map(([first]) => textOf(first?.wording ?? []));
  const essences = texts.map(essence);
  return groups.map((group, i) => ({
    sponsors: group.map(sponsorOf),
    wording: group[0]?.wording ?? [],
    variants: variantsOf(group),
    nearIdenticalTo: essences.flatMap((other, j) => (essences[i] === other && texts[i] !== texts[j] ? [j] : [])),
  }));
}

function sponsorOf({ delegation, edits }: Reading): Sponsor {
  const by = new Map(edits.flatMap((edit) => edit.by.map((person) => [JSON.stringify(person), person] as const)));
  return {
    delegation,
    tracked: edits.every((edit) => edit.tracked),
    by: [...by.values()],
    movedTo: null,
    movedFrom: null,
  };
}

function variantsOf(group: readonly Reading[]): Variant[] {
  const variants: { delegations: DelegationCode[]; editsOfEach: (readonly Edit[])[]; wording: readonly Token[] }[] = [];
  for (const { delegation, edits, wording } of group) {
    const same = variants.find((variant) => sameTokens(variant.wording, wording));
    if (same === undefined) variants.push({ delegations: [delegation], editsOfEach: [edits], wording });
    else {
      same.delegations.push(delegation);
      same.editsOfEach.push(edits);
    }
  }
  return variants.map(({ delegations, editsOfEach }) => ({ delegations, edits: editsOfEach[0] ?? [], editsOfEach }));
}

/** Tells the sponsors of a move which passage is its other end. */
function linkMoves(passages: readonly Passage[], edits: readonly OwnedEdit[]): Passage[] {
  const moved = edits.filter(({ edit }) => edit.move !== null);
  if (moved.length === 0) return [...passages];
  const passageAt = ({ edit }: OwnedEdit): Passage | undefined =>
    passages.find(({ fromA, toA }) => fromA <= edit.fromA && edit.toA <= toA && (edit.fromA < toA || fromA === toA));
  const ends = new Map<string, { from?: string; to?: string }>();
  for (const owned of moved) {
    const key = `${owned.delegation} ${owned.edit.move}`;
    const end = ends.get(key) ?? {};
    const passage = passageAt(owned)?.id;
    if (passage !== undefined) end[owned.edit.inserted.length === 0 ? "from" : "to"] = passage;
    ends.set(key, end);
  }
  const movedTo = new Map<string, string>();
  const movedFrom = new Map<string, string>();
  for (const [key, { from, to }] of ends) {
    const delegation = key.slice(0, key.indexOf(" "));
    if (from === undefined || to === undefined) continue;
    movedTo.set(`${from} ${delegation}`, to);
    movedFrom.set(`${to} ${delegation}`, from);
  }
  return passages.map((passage) => ({
    ...passage,
    proposals: passage.proposals.map((proposal) => ({
      ...proposal,
      sponsors: proposal.sponsors.map((sponsor) => ({
        ...sponsor,
        movedTo: movedTo.get(`${passage.id} ${sponsor.delegation}`) ?? null,
        movedFrom: movedFrom.get(`${passage.id} ${sponsor.delegation}`) ?? null,
      })),
    })),
  }));
}
