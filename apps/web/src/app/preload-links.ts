/** What Vite writes of each file that it built, by the path of its source from the package. */
export type Manifest = Readonly<Record<string, ManifestEntry>>;

interface ManifestEntry {
  /** From the root of what is served. */
  readonly file: string;
  /** Keys of the manifest. */
  readonly imports?: readonly string[];
}

/** The entry of the page itself; the template names what it imports at once. */
const ENTRY = "index.html";

/**
 * Links by which the browser fetches scripts at once that it would otherwise come to know one after the other: those of
 * the sources, such as `src/texts/text-page.tsx`, and of all that they import.
 */
export function preloadLinks(manifest: Manifest, sources: readonly string[]): string {
  const known = within(manifest, [ENTRY]);
  const wanted = [...within(manifest, sources)].filter((key) => !known.has(key));
  return wanted.map((key) => `<link rel="modulepreload" crossorigin href="/${manifest[key]?.file}">`).join("");
}

function within(manifest: Manifest, keys: readonly string[], found = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (found.has(key) || manifest[key] === undefined) continue;
    found.add(key);
    within(manifest, manifest[key].imports ?? [], found);
  }
  return found;
}
