import { signedInAs } from "../platform/actor.ts";
import { readFile } from "../platform/files/files.ts";
import { onSubject, type Route, route } from "../platform/http/route.ts";
import type { Services } from "../platform/services.ts";
import { addStatement, removeStatement } from "./commands/statements.ts";
import { attachStatement, readMeeting } from "./policy.ts";
import { presentStatement } from "./present-meeting.ts";
import { findMeeting, findStatement } from "./queries.ts";
import { typeOfStatement } from "./statement-type.ts";

export function statementRoutes(services: Services): readonly Route[] {
  const { db } = services;
  const statement = ({ meeting, statement: id }: { readonly meeting: string; readonly statement: string }) =>
    findStatement(db, meeting, id);
  return [
    route(
      "addStatement",
      onSubject(
        async ({ meeting, delegation = null }) => {
          const of = await findMeeting(db, meeting);
          return of === null ? null : { ...of, delegation };
        },
        readMeeting,
        attachStatement,
      ),
      async ({ body, name, delegation = null, symbol = "", date = null, item = null }, { actor, subject }) => {
        const given = { name, delegation, symbol, date, item, bytes: body };
        const added = await addStatement(services, signedInAs(actor), subject, given);
        return presentStatement(actor, added, added.statement);
      },
    ),
    route("downloadStatement", onSubject(statement, readMeeting), async (_, { subject }) => {
      const { fileName: name, sha256 } = subject.statement;
      const bytes = await readFile(db, sha256);
      return { bytes, name, type: typeOfStatement(name, bytes) ?? "application/octet-stream" };
    }),
    route("removeStatement", onSubject(statement, readMeeting, attachStatement), async (_, { actor, subject }) => {
      await removeStatement(services, actor, subject);
      return null;
    }),
  ];
}
