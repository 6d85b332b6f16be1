import type { CompilationView } from "@compendium/contract";
import { type Actor, signedInAs } from "../../platform/actor.ts";
import { can } from "../../platform/can.ts";
import { readFile } from "../../platform/files/files.ts";
import { nothingHere, onSubject, type Route, route } from "../../platform/http/route.ts";
import { Written } from "../../platform/http/written.ts";
import type { Services } from "../../platform/services.ts";
import { askNow, release } from "../commands/compilations.ts";
import { manageRound, readCompilation, readRound, releaseCompilation } from "../policy.ts";
import { presentCompilation } from "../present.ts";
import { type CompilationOfRound, compilationsOf, filesOf, findCompilation, findRound, partOf } from "../queries.ts";

export function compilationRoutes(services: Services): readonly Route[] {
  const { db, clock } = services;
  const round = ({ round: id }: { readonly round: string }) => findRound(db, id);
  const compilation = ({ compilation: id }: { readonly compilation: string }) => findCompilation(db, id);
  const present = async (actor: Actor, all: readonly CompilationOfRound[]): Promise<CompilationView[]> => {
    const now = await clock.now(db);
    const files = await filesOf(
      db,
      all.map((each) => each.compilation.id),
    );
    return all.map((each) => presentCompilation(actor, each, files, now));
  };
  const presentOne = async (actor: Actor, of: CompilationOfRound): Promise<CompilationView> => {
    const [view] = await present(actor, [of]);
    if (view === undefined) throw new Error(`The compilation ${of.compilation.id} cannot be shown.`);
    return view;
  };
  const fileOf = async (actor: Actor, of: CompilationOfRound, format: string) => {
    const found = (await filesOf(db, [of.compilation.id])).find((each) => each.format === format);
    if (found === undefined) throw nothingHere(actor);
    return { bytes: await readFile(db, found.sha256), name: found.fileName, type: found.type };
  };
  return [
    route("listCompilations", onSubject(round, readRound), async (_, { actor, subject }) => {
      const all = (await compilationsOf(db, subject.round.id)).map((each) => ({ ...subject, compilation: each }));
      return present(
        actor,
        all.filter((each) => can(actor, readCompilation, each)),
      );
    }),
    route("askForCompilation", onSubject(round, readRound, manageRound), async (_, { actor, subject }) =>
      presentOne(actor, await askNow(services, actor, subject)),
    ),
    route("readCompilation", onSubject(compilation, readCompilation), (_, { actor, subject }) =>
      presentOne(actor, subject),
    ),
    route("readCompilationPart", onSubject(compilation, readCompilation), async ({ part }, { actor, subject }) => {
      const found = await partOf(db, subject.compilation.id, part);
      if (found === null) throw nothingHere(actor);
      return new Written(`{"part":${part},"parts":${found.parts},"document":${found.document}}`);
    }),
    route("downloadCompilation", onSubject(compilation, readCompilation), ({ format }, { actor, subject }) =>
      fileOf(actor, subject, format),
    ),
    route("release", onSubject(compilation, readCompilation, releaseCompilation), async (_, { actor, subject }) =>
      presentOne(actor, await release(services, signedInAs(actor), subject)),
    ),
  ];
}
