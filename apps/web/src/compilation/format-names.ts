import { useWords } from "./words.ts";

const FORMATS = ["tracked", "rolling", "table", "html", "traceability", "notation", "json", "receipts"] as const;

/** What a format of a compilation is called; its own name where it is a new one. */
export function useFormatName(): (format: string) => string {
  const say = useWords();
  return (format) => {
    const known = FORMATS.find((each) => each === format);
    return known === undefined ? format : say(`format ${known}`);
  };
}
