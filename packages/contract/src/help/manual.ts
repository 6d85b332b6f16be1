import { PROBLEMS, type ProblemCode } from "../problems.ts";
import { PROBLEM_HELP } from "./problem-help.ts";

const INTRODUCTION = `# Problems of the API

Every answer of \`/api/v1\` that is not a success is a problem (RFC 9457, \`application/problem+json\`). Its \`code\` is one of
those below, and never changes its meaning; its \`detail\` says what is wrong in this case, and what to do. Programs go by
the code, people read the detail. \`type\` is \`/problems/\` and the code: the address of a page of the server that says what
this page says.

\`\`\`json
{
  "type": "/problems/not-now",
  "code": "not-now",
  "status": 409,
  "title": "The present state does not allow this",
  "detail": "A compilation is released after the deadline: until then submissions can change."
}
\`\`\`

\`fields\` says what is wrong with which field of the request, and \`current\` how things stand now, where that helps.
[openapi.json](../../packages/contract/openapi.json) says which problems an operation has; [problems](problems.md) explains
those that lie in a file.
`;

/** docs/reference/api-problems.md. */
export function problemsManual(): string {
  return [INTRODUCTION, ...(Object.keys(PROBLEMS) as ProblemCode[]).map(section)].join("\n");
}

function section(code: ProblemCode): string {
  const { status, title } = PROBLEMS[code];
  const { when, advice } = PROBLEM_HELP[code];
  return `## ${code}

**Status ${status}.** ${title}.

**When.** ${when}

**What to do.** ${advice}
`;
}
