/**
 * Measured: the peer, docxodus, from files to a tracked .docx. `node peer.ts <set folder> <output>`
 *
 * One product, the Word file, and of its three policies StackAll, the only one that keeps rival wordings.
 */
import { writeFileSync } from "node:fs";
import { ConflictResolution, docxDiffConsolidate, initialize } from "docxodus/core";
import { caseArguments, reportResources } from "../case-report.ts";
import { openSetFolder, readBytes } from "../set-folder.ts";

const { folder, other: output } = caseArguments();
const set = openSetFolder(folder);
await initialize();
const reviewers = set.submissions.map(({ code, path }) => ({ author: code, document: readBytes(path) }));
const settings = { conflictResolution: ConflictResolution.StackAll };
writeFileSync(output, await docxDiffConsolidate(readBytes(set.base), reviewers, settings));
reportResources({});
