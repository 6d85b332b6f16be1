/** Measured: this engine, from files to a tracked .docx. `node engine.ts <set folder> <output>` */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { consolidate, readBase, readSubmission, renderTracked, type Submission } from "@compendium/engine";
import { caseArguments, reportResources } from "../case-report.ts";
import { openSetFolder, openWordFile, readBytes } from "../set-folder.ts";

const { folder, other: output } = caseArguments();
const set = openSetFolder(folder);
const base = readBase(openWordFile(readBytes(set.base)));
const submissions: Submission[] = [];
for (const { code, path } of set.submissions) {
  const bytes = readBytes(path);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { name: basename(path), sha256, bytes: bytes.length };
  submissions.push(readSubmission(base, openWordFile(bytes), { code, name: code }, file));
}
const compilation = consolidate(
  base,
  submissions,
  submissions.map(({ delegation }) => delegation),
);
writeFileSync(output, renderTracked(base, compilation).bytes);
const proofs = submissions.filter(({ equalsFile }, i) => equalsFile && compilation.receipts[i]?.proof.holds === true);
reportResources({ proofs: proofs.length });
