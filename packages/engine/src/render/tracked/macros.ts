import type { PackageEdit } from "../../ooxml/package-edit.ts";
import type { WordPackage } from "../../ooxml/word-package.ts";

/** Takes the macros of the base out of the file that is made (MS-DOCX and MS-OFFMACRO2 name their parts' types). */
export function dropMacros(source: WordPackage, edit: PackageEdit): void {
  for (const part of source.parts) if (holdsMacros(source.contentTypeOf(part))) edit.withoutPart(part);
  edit.withoutDefaults(holdsMacros);
}

/** True for the type of a part of macros: the project, its signature, what Word keeps about it. */
export function holdsMacros(contentType: string | null): boolean {
  return /\.vba(Project|Data)/i.test(contentType ?? "");
}

/** The type of a main text that may not hold macros, in place of one that may. */
export function withoutMacros(contentType: string): string {
  const kind = /^application\/vnd\.ms-word\.(document|template)\.macroEnabled/i.exec(contentType)?.[1];
  if (kind === undefined) return contentType;
  return `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind.toLowerCase()}.main+xml`;
}
