/// <reference types="node" />
import { readdirSync, readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { inventedDelegations } from "@compendium/catalogue";
import type { ContentRow, DraftView } from "@compendium/contract";
import {
  type BlockEntry,
  type CompilationDocument,
  consolidate,
  type Inflater,
  openPackage,
  type ParagraphEntry,
  readBase,
  readSubmission,
  toDocument,
  writeCirculated,
} from "@compendium/engine";

const FILES = new URL("../../../../fixtures/illustrative/files/", import.meta.url);
const GUIDE = "Guide draft 2.docx";

const inflater: Inflater = {
  inflate: (compressed, size) => new Uint8Array(inflateRawSync(compressed, { maxOutputLength: size + 1 })),
};

export const DELEGATIONS = inventedDelegations().map(({ code, name, kind }) => ({ code, name, kind }));

/** The illustrative draft and its compilation, as the server would have them. */
export interface Illustrative {
  readonly rows: ContentRow[];
  readonly outline: DraftView["outline"];
  readonly compilation: CompilationDocument;
}

export function readIllustrative(): Illustrative {
  const read = (name: string) => new Uint8Array(readFileSync(new URL(encodeURIComponent(name), FILES)));
  const uploaded = readBase(openPackage(read(GUIDE), inflater));
  const circulated = writeCirculated(uploaded, ({ from }) => `para${from}`);
  const base = readBase(openPackage(circulated, inflater));
  const submissions = readdirSync(FILES)
    .filter((name) => name.endsWith(".docx") && name !== GUIDE)
    .map((name, i) => {
      const bytes = read(name);
      const { code, name: delegation } = DELEGATIONS[i] ?? { code: "", name: "" };
      const about = { name, sha256: "a".repeat(64), bytes: bytes.length };
      return readSubmission(base, openPackage(bytes, inflater), { code, name: delegation }, about);
    });
  const delegations = DELEGATIONS.map(({ code, name }) => ({ code, name }));
  const draft = toDocument(consolidate(base, [], []));
  const rows = draft.stories.flatMap(({ id, blocks }) =>
    blocks.flatMap(flattened).map((block) => ({ story: id, block })),
  );
  return {
    rows: rows.map(({ story, block }, row) => ({ row, story, kind: block.kind, block })),
    outline: rows.flatMap(({ story, block }, row) => (story === "body" ? headingIn(block, row) : [])),
    compilation: toDocument(consolidate(base, submissions, delegations)),
  };
}

function flattened(block: BlockEntry): BlockEntry[] {
  return block.kind === "group" ? block.blocks.flatMap(flattened) : [block];
}

function headingIn(block: BlockEntry, row: number): DraftView["outline"] {
  if (block.kind !== "paragraph" || block.headingLevel === null) return [];
  const { headingLevel: level, label, words, id }: ParagraphEntry = block;
  return [{ row, level, label, text: words.join("").trim(), paragraph: id ?? null }];
}
