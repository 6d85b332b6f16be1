import { Buffer } from "node:buffer";
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import type { Inflater } from "../../src/ooxml/zip-reader.ts";

/** An entry of a ZIP file, written by the tests' own writer, which can lie in every field. */
export interface Built {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  /** In place of the content, deflated. */
  readonly compressed?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly size?: number;
  readonly crc?: number;
  /** What only the entry's own header says. */
  readonly header?: {
    name?: string;
    method?: number;
    flags?: number;
    crc?: number;
    compressedSize?: number;
    size?: number;
  };
  readonly headerExtra?: Uint8Array;
  readonly recordExtra?: Uint8Array;
  /** Sizes of the table of contents, replaced by 0xFFFFFFFF. */
  readonly sizesElsewhere?: boolean;
  readonly behind?: Uint8Array;
  /** Where the table of contents says that the header begins. */
  readonly offset?: number;
  /** Written only in the table of contents. */
  readonly onlyListed?: boolean;
}

export function buildZip(
  entries: readonly Built[],
  tail: { comment?: Uint8Array; after?: Uint8Array } = {},
): Uint8Array {
  const body: Buffer[] = [];
  const records: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content ?? "");
    const method = entry.method ?? 8;
    const compressed = Buffer.from(entry.compressed ?? (method === 8 ? deflateRawSync(content) : content));
    const crc = entry.crc ?? crc32(content);
    const size = entry.size ?? content.length;
    const own = entry.header ?? {};
    const headerName = own.name === undefined ? name : Buffer.from(own.name);

    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(own.flags ?? entry.flags ?? 0, 6);
    header.writeUInt16LE(own.method ?? method, 8);
    header.writeUInt32LE(own.crc ?? crc, 14);
    header.writeUInt32LE(own.compressedSize ?? compressed.length, 18);
    header.writeUInt32LE(own.size ?? size, 22);
    header.writeUInt16LE(headerName.length, 26);
    header.writeUInt16LE(entry.headerExtra?.length ?? 0, 28);

    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(entry.flags ?? 0, 8);
    record.writeUInt16LE(method, 10);
    record.writeUInt32LE(crc, 16);
    record.writeUInt32LE(entry.sizesElsewhere ? 0xffffffff : compressed.length, 20);
    record.writeUInt32LE(entry.sizesElsewhere ? 0xffffffff : size, 24);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt16LE(entry.recordExtra?.length ?? 0, 30);
    record.writeUInt32LE(entry.offset ?? at, 42);
    records.push(record, name, Buffer.from(entry.recordExtra ?? []));

    if (entry.onlyListed) continue;
    const pieces = [
      header,
      headerName,
      Buffer.from(entry.headerExtra ?? []),
      compressed,
      Buffer.from(entry.behind ?? []),
    ];
    body.push(...pieces);
    at += pieces.reduce((sum, piece) => sum + piece.length, 0);
  }
  const table = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length & 0xffff, 8);
  end.writeUInt16LE(entries.length & 0xffff, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(tail.comment?.length ?? 0, 20);
  return new Uint8Array(
    Buffer.concat([...body, table, end, tail.comment ?? new Uint8Array(), tail.after ?? new Uint8Array()]),
  );
}

/** Node's zlib, as the command line passes it to the engine; counts what it made. */
export function nodeInflater(): Inflater & { inflated: number } {
  return {
    inflated: 0,
    inflate(compressed, size) {
      const content = inflateRawSync(compressed, { maxOutputLength: size });
      this.inflated += content.length;
      if (content.length !== size) throw new RangeError("another size");
      return new Uint8Array(content.buffer, content.byteOffset, content.length);
    },
    crc32: (bytes) => crc32(bytes),
  };
}

/** Numbers as little-endian 64-bit fields behind the head of extra field 1. */
export function wideExtra(...values: number[]): Uint8Array {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  for (const [i, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * i);
  return new Uint8Array(extra);
}

/** The parts without which no Word file opens. */
export const LEAST: readonly Built[] = [
  {
    name: "[Content_Types].xml",
    content:
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
      + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
      + '<Default Extension="xml" ContentType="application/xml"/>'
      + '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
      + 'wordprocessingml.document.main+xml"/></Types>',
  },
  {
    name: "_rels/.rels",
    content:
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
      + 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
      + 'Target="word/document.xml"/></Relationships>',
  },
  {
    name: "word/document.xml",
    content:
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
      + "<w:t>States shall report.</w:t></w:r></w:p></w:body></w:document>",
  },
];
