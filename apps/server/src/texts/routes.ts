import { WORD_FILE } from "@compendium/contract";
import { findWorkspace, readWorkspace } from "../people/index.ts";
import { act, can } from "../platform/can.ts";
import { readFile } from "../platform/files/files.ts";
import { anyone, onSubject, type Route, route } from "../platform/http/route.ts";
import type { Services } from "../platform/services.ts";
import { addDraft, changeText, createText, trackedFactsOf } from "./commands.ts";
import { makeText, changeText as mayChangeText, readDraft, readParagraph, readText } from "./policy.ts";
import { presentContent, presentDraft, presentParagraph, presentText } from "./present.ts";
import { draftRows, draftsOf, findDraft, findParagraph, findText, textsOf, wholeDraft } from "./queries.ts";

export function textsRoutes(services: Services): readonly Route[] {
  const { db } = services;
  const workspace = ({ workspace: id }: { readonly workspace: string }) => findWorkspace(db, id);
  const text = ({ text: id }: { readonly text: string }) => findText(db, id);
  const draft = ({ draft: id }: { readonly draft: string }) => findDraft(db, id);
  return [
    route(
      "listTexts",
      anyone("Lists only what each may read; public texts are for everybody."),
      async (input, { actor }) => {
        const texts = (await textsOf(db, input.workspace)).filter((each) => can(actor, readText, each));
        const drafts = await draftsOf(
          db,
          texts.map(({ id }) => id),
        );
        return texts.map((each) => presentText(actor, each, drafts));
      },
    ),
    route(
      "createText",
      onSubject(
        workspace,
        readWorkspace,
        act("make a text", (actor, { id }) => can(actor, makeText, { workspace: id })),
      ),
      async ({ body }, { actor, subject }) =>
        presentText(actor, await createText(services, actor, subject.id, body), []),
    ),
    route("readText", onSubject(text, readText), async (_, { actor, subject }) =>
      presentText(actor, subject, await draftsOf(db, [subject.id])),
    ),
    route("changeText", onSubject(text, readText, mayChangeText), async ({ body }, { actor, subject }) => {
      const changed = await changeText(services, actor, subject.id, body);
      return presentText(actor, changed, await draftsOf(db, [subject.id]));
    }),

    route("addDraft", onSubject(text, readText, mayChangeText), async ({ body, ...given }, { actor, subject }) => {
      const added = await addDraft(services, actor, subject, { ...given, bytes: body });
      return presentDraft(added, subject);
    }),
    route("readDraft", onSubject(draft, readDraft), async (_, { subject }) =>
      presentDraft(await wholeDraft(db, subject.draft.id), subject.text),
    ),
    route("readDraftContent", onSubject(draft, readDraft), async ({ from, count }, { subject }) =>
      presentContent(await draftRows(db, subject.draft.id, from, count), subject.draft.rows),
    ),
    route("downloadDraft", onSubject(draft, readDraft), async (_, { subject }) => ({
      bytes: await readFile(db, subject.draft.sha256),
      name: subject.draft.fileName,
      type: WORD_FILE,
    })),

    route(
      "downloadTrackedDraft",
      onSubject(async (input) => {
        const of = await draft(input);
        const tracked = of === null ? null : trackedFactsOf(of.draft);
        return of === null || tracked === null ? null : { ...of, tracked };
      }, readDraft),
      async (_, { subject: { tracked } }) => ({
        bytes: await readFile(db, tracked.sha256),
        name: tracked.name,
        type: WORD_FILE,
      }),
    ),

    route(
      "readParagraph",
      onSubject(({ paragraph }) => findParagraph(db, paragraph), readParagraph),
      async ({ paragraph }, { subject }) => presentParagraph(subject.text, subject.places, paragraph),
    ),
  ];
}
