/** Makes the files of one set: `node make-set.ts <set folder> <plan as JSON>`. */
import { generateSet } from "../fixtures/generated/generate-set.ts";
import { caseArguments, reportResources } from "./case-report.ts";
import { SEED, type SetPlan } from "./plan.ts";
import { writeSetFolder } from "./set-folder.ts";

const { folder, other: plan } = caseArguments();
const { paragraphs, submissions, edits, mode } = JSON.parse(plan) as SetPlan;
const set = generateSet({ seed: SEED, paragraphs, submissions, edits, mode });
writeSetFolder(folder, set.base, set.submissions);
reportResources({});
