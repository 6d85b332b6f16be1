import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "../../src/ooxml/sha256.ts";

const native = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

test("agrees with OpenSSL at every length about the edge of a block, and at every alignment", () => {
  for (let length = 0; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 167 + length) & 255);
    expect(sha256(bytes)).toBe(native(bytes));
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(9), (bytes, from) => {
      const view = bytes.subarray(Math.min(from, bytes.length));
      expect(sha256(view)).toBe(native(view));
    }),
  );
});
