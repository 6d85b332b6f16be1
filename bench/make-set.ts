/** Makes the files of one set: `node make-set.ts <set folder> <plan as JSON>`. */
import { generateSet } from "../fixtures/generated/generate-set.ts";
import { SEED, type SetPlan } from "./plan.ts";
import { writeSetFolder } from "./set-folder.ts";

const [folder, plan] = process.argv.slice(2);
if (folder === undefined || plan === undefined) throw new Error("make-set is given a folder and a plan");
const { paragraphs, submissions, edits, mode } = JSON.parse(plan) as SetPlan;
const set = generateSet({ seed: SEED, paragraphs, submissions, edits, mode });
writeSetFolder(folder, set.base, set.submissions);
