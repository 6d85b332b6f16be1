/** The second step of `npm start`: builds the pages. What the build prints is shown only if it fails. */
import { spawnSync } from "node:child_process";

console.log("Building the pages, which takes a while …");
// With a shell: on Windows npm is no program of its own.
const { status, stdout, stderr } = spawnSync("npm run web", { shell: true, encoding: "utf8" });
if (status !== 0) {
  console.error(`${stdout}${stderr}\nThe pages could not be built: the reason stands above.`);
  process.exitCode = 1;
}
