/**
 * What the engine may use beside the language itself: text to UTF-8 and back, which every browser and Node have alike,
 * and which touches nothing outside (WHATWG Encoding Standard).
 */

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(input?: ArrayBuffer | ArrayBufferView): string;
}
