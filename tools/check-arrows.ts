/**
 * Holds imports to the arrows drawn in ARCHITECTURE.md: `node tools/check-arrows.ts [folder]`. To allow an import, draw
 * its arrow; whoever reviews the change sees it.
 *
 * A room is a folder. `packages/catalogue` is the room `catalogue`. A package of which the drawing shows rooms, such as
 * `engine/compare`, has one room for each folder in its `src`, and the files directly in `src` are the room `engine`.
 * `bench`, `e2e`, `fixtures` and `tools` are rooms too. Tests and configuration inside a package are not held to
 * arrows; they too enter another package by its name only.
 */
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { arrow, type Drawing, readDrawing } from "./arrows/drawing.ts";
import { importsOf } from "./arrows/imports.ts";

export interface Verdict {
  /** Imports that the drawing does not allow, each as one line that says what and where. Empty if all is well. */
  readonly faults: readonly string[];
  /** Arrows that no import uses, as `"a --> b"`. */
  readonly unused: readonly string[];
}

/** Compares the imports of all TypeScript files under `root` with the drawing in its ARCHITECTURE.md. */
export function checkArrows(root: string): Verdict {
  const drawing = readDrawing(readFileSync(join(root, "ARCHITECTURE.md"), "utf8"));
  const packages = readPackages(root);
  const faults: string[] = [];
  const used = new Set<string>();
  for (const file of sourceFiles(root)) {
    const from = roomOf(file, drawing);
    for (const specifier of importsOf(readFileSync(join(root, file), "utf8"))) {
      const target = specifier.startsWith(".")
        ? normalize(join(dirname(file), specifier))
        : packages.get(packageNameOf(specifier));
      if (target === undefined) continue;
      if (specifier.startsWith(".") && isInPackage(target) && packageOf(target) !== packageOf(file)) {
        faults.push(`Enter another package by its name, through its index.ts: ${specifier} (${file})`);
        continue;
      }
      const to = roomOf(target, drawing);
      if (from === null || to === null || from === to) continue;
      used.add(arrow(from, to));
      if (!drawing.arrows.has(arrow(from, to))) {
        faults.push(`Not drawn in ARCHITECTURE.md: ${arrow(from, to)} (${file})`);
      }
    }
  }
  return { faults, unused: [...drawing.arrows].filter((drawn) => !used.has(drawn)) };
}

/** All TypeScript files of the repository, as paths from its root with `/`, in a stable order. */
function sourceFiles(root: string): string[] {
  return globSync("{packages,apps,bench,e2e,fixtures,tools}/**/*.{ts,tsx}", {
    cwd: root,
    exclude: (name) => /(^|[\\/])(node_modules|dist)$/.test(name),
  })
    .map((file) => file.replaceAll("\\", "/"))
    .toSorted();
}

/** The file that each workspace package is entered through, by the name of the package. */
function readPackages(root: string): ReadonlyMap<string, string> {
  const manifests = globSync("{packages,apps}/*/package.json", { cwd: root });
  return new Map(
    manifests.map((manifest) => {
      const { name } = JSON.parse(readFileSync(join(root, manifest), "utf8")) as { readonly name: string };
      return [name, `${packageOf(manifest.replaceAll("\\", "/"))}/src/index.ts`];
    }),
  );
}

/** The room of a file, or `null` for a test or a configuration file, which belong to none. */
function roomOf(file: string, drawing: Drawing): string | null {
  const [top = "", ...rest] = file.split("/");
  if (!isInPackage(file)) return top;
  const [name = "", src, folder, ...deeper] = rest;
  if (src !== "src" || /\.test\.tsx?$/.test(file)) return null;
  const isDrawnByRooms = [...drawing.rooms].some((room) => room.startsWith(`${name}/`));
  const isInFolder = folder !== undefined && deeper.length > 0;
  return isDrawnByRooms && isInFolder ? `${name}/${folder}` : name;
}

function isInPackage(file: string): boolean {
  return file.startsWith("packages/") || file.startsWith("apps/");
}

/** `"packages/engine"` for any file in it. */
function packageOf(file: string): string {
  return file.split("/").slice(0, 2).join("/");
}

/** `"@compendium/engine"` for `"@compendium/engine/more"`. What may follow the name, `exports` of the package says. */
function packageNameOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

if (import.meta.main) {
  const { faults, unused } = checkArrows(process.argv[2] ?? join(import.meta.dirname, ".."));
  for (const fault of faults) console.error(fault);
  if (unused.length > 0) console.warn(`Warning, drawn in ARCHITECTURE.md and used by no import: ${unused.join(", ")}`);
  if (faults.length > 0) process.exitCode = 1;
}
