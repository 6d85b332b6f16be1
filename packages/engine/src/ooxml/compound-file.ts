import { Problem } from "../model/problem.ts";

/**
 * True if the bytes begin like an OLE2 compound file: what Word wrote before 2007, and still writes round a password.
 */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte);
}

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What a compound file is, as a `Problem` that tells its sender what to do. */
export function compoundFileProblem(bytes: Uint8Array): Problem {
  const streams = streamsOf(bytes);
  if (streams.has("EncryptedPackage") || streams.has("EncryptionInfo")) {
    return new Problem(
      "password-protected",
      "it is encrypted, and nothing in it can be read without the password.",
      "In Word, choose File, Info, Protect Document, Encrypt with Password, clear the password, and save the file.",
    );
  }
  if (streams.has("WordDocument")) {
    return new Problem(
      "legacy-doc",
      "it is a .doc, whatever the end of its name says.",
      "Open the file in Word and save it as a Word document (.docx). Tracked changes and comments are kept.",
    );
  }
  return new Problem(
    "not-a-zip",
    "it is an older Office file, but it holds no text of Word. It may be a workbook, a presentation or a message.",
    "Ask the sender for the Word document (.docx) itself.",
  );
}

const NAMES = ["EncryptedPackage", "EncryptionInfo", "WordDocument"] as const;

/**
 * Which of the names above the file's directory lists. An entry of the directory takes 128 bytes and begins at a
 * multiple of 128; it opens with the name in UTF-16LE and has the name's length in bytes, end sign included, at 64.
 * So the words of a text are not taken for the name of a stream.
 */
function streamsOf(bytes: Uint8Array): Set<string> {
  const found = new Set<string>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    for (const name of NAMES) {
      if (bytes[at + 64] === 2 * name.length + 2 && bytes[at + 65] === 0 && opensWith(bytes, at, name)) found.add(name);
    }
  }
  return found;
}

function opensWith(bytes: Uint8Array, at: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    if (bytes[at + 2 * i] !== name.charCodeAt(i) || bytes[at + 2 * i + 1] !== 0) return false;
  }
  return true;
}
