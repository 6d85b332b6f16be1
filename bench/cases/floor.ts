/**
 * Measured: what nobody can do without. Every part of every file is inflated, and every XML part goes once through the
 * XML parser; its tree is dropped, and nothing is compared or written. `node floor.ts <set folder>`
 */
import { parseXml } from "@compendium/engine";
import { caseArguments, reportResources } from "../case-report.ts";
import { openSetFolder, openWordFile, readBytes } from "../set-folder.ts";

const set = openSetFolder(caseArguments().folder);
for (const path of [set.base, ...set.submissions.map((submission) => submission.path)]) {
  const file = openWordFile(readBytes(path));
  for (const part of file.parts) {
    if (/xml$/.test(file.contentTypeOf(part) ?? "")) parseXml(file.text(part), part);
    else file.bytes(part);
  }
}
reportResources({});
