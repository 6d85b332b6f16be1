import type { Random } from "../../../../fixtures/generated/random.ts";
import { readZip } from "../../src/ooxml/zip-reader.ts";
import { buildZip, nodeInflater } from "../ooxml/build-zip.ts";
import { mutateXml } from "./mutate-xml.ts";

/** A Word file with what was done to it, one line each. */
export interface MutatedFile {
  readonly bytes: Uint8Array;
  readonly what: readonly string[];
}

/**
 * Changes a Word file in one way or a few: nearly always in the XML of its parts, sometimes by a part of `other`, seldom
 * in the bytes of the file itself, where checksums find out.
 */
export function mutateFile(bytes: Uint8Array, other: Uint8Array, random: Random): MutatedFile {
  if (random.chance(1 / 40)) return flipBytes(bytes, random);
  const parts = partsOf(bytes);
  const what: string[] = [];
  const times = random.chance(1 / 3) ? 2 + random.below(4) : 1;
  for (let i = 0; i < times; i++)
    what.push(random.chance(1 / 15) ? borrowPart(parts, other, random) : mutatePart(parts, random));
  return { bytes: buildZip([...parts].map(([name, content]) => ({ name, content, method: 0 }))), what };
}

function flipBytes(bytes: Uint8Array, random: Random): MutatedFile {
  if (random.chance(1 / 4)) {
    const length = random.below(bytes.length);
    return { bytes: bytes.slice(0, length), what: [`ends after ${length} bytes`] };
  }
  const flipped = bytes.slice();
  const what: string[] = [];
  for (let i = 0; i <= random.below(4); i++) {
    // Half of them in the table of contents, which is at the end and short.
    const at = random.chance(1 / 2)
      ? random.below(flipped.length)
      : flipped.length - 1 - random.below(Math.min(2000, flipped.length));
    flipped[at] = (flipped[at] as number) ^ (1 << random.below(8));
    what.push(`flips a bit of byte ${at}`);
  }
  return { bytes: flipped, what };
}

function mutatePart(parts: Map<string, Uint8Array>, random: Random): string {
  const names = [...parts.keys()].filter((part) => /\.(xml|rels)$/.test(part));
  // The text is what the engine reads most of; every other time it is the one.
  const text = names.filter((part) => /document\d*\.xml$/.test(part));
  const name = random.pick(random.chance(1 / 2) && text.length > 0 ? text : names);
  const { xml, what } = mutateXml(new TextDecoder().decode(parts.get(name)), random);
  parts.set(name, new TextEncoder().encode(xml));
  return `${name}: ${what}`;
}

function borrowPart(parts: Map<string, Uint8Array>, other: Uint8Array, random: Random): string {
  const name = random.pick([...parts.keys()]);
  if (random.chance(1 / 3)) {
    parts.delete(name);
    return `${name} is taken out`;
  }
  const foreign = partsOf(other);
  const from = foreign.has(name) ? name : random.pick([...foreign.keys()]);
  parts.set(name, foreign.get(from) as Uint8Array);
  return `${name} is ${from} of another file`;
}

function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const archive = readZip(bytes, nodeInflater());
  return new Map(archive.names.map((name) => [name, archive.read(name)]));
}
