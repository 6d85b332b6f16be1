import { deflateSync } from "fflate";
import { describe, expect, test } from "vitest";
import { browserInflater } from "../src/workbench/inflater.ts";

const content = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) % 251);
const compressed = deflateSync(content);

describe("the inflater of the browser", () => {
  test("gives exactly what was compressed", () => {
    expect(browserInflater.inflate(compressed, content.length)).toEqual(content);
  });

  // The library cuts off silently: a file that lies about its size would be read in part.
  test.each([1, content.length - 1, content.length + 1])("throws where %i bytes are claimed", (claimed) => {
    expect(() => browserInflater.inflate(compressed, claimed)).toThrow(`does not give ${claimed} bytes`);
  });
});
