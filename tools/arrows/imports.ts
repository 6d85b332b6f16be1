/**
 * Every specifier that a TypeScript module imports from, types included, in order of appearance and each once:
 * `import`, `export … from`, `import()`, and `new URL("./x.ts", import.meta.url)`, with which a browser starts a worker.
 */
export function importsOf(source: string): readonly string[] {
  const found = FORMS.flatMap((form) => [...source.matchAll(form)]);
  const inOrder = found.toSorted((a, b) => a.index - b.index);
  return [...new Set(inOrder.map(([, specifier = ""]) => specifier))];
}

// Patterns, and not a parser: statements begin their line in formatted code, so a comment or an example in a
// doc-comment is not taken for one, and nothing more needs to be installed for it.
const FORMS = [
  /^\s*(?:import|export)\s[\w$*{},\s]*?\bfrom\s*["']([^"'\n]+)["']/gm,
  /^\s*import\s*["']([^"'\n]+)["']/gm,
  /\bimport\(\s*["']([^"'\n]+)["']/g,
  /\bnew URL\(\s*["'](\.[^"'\n]+\.tsx?)["']\s*,\s*import\.meta\.url/g,
];
