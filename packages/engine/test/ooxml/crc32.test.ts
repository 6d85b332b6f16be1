import { crc32 as native } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32 } from "../../src/ooxml/crc32.ts";

test("gives the check value that the CRC catalogue prints for the digits 1 to 9", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});

test("agrees with zlib on all bytes, of every length and at every alignment", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(9), (bytes, from) => {
      const view = bytes.subarray(Math.min(from, bytes.length));
      expect(crc32(view)).toBe(native(view));
    }),
  );
});
