import type { InstallationView } from "@compendium/contract";
import { anyone, onSubject, type Route, route } from "../platform/http/route.ts";
import type { Services } from "../platform/services.ts";
import { isForReal } from "../platform/settings.ts";
import type { Backups } from "./backup/backups.ts";
import { makeBackup, seeBackups } from "./policy.ts";
import { presentBackup } from "./present.ts";
import { readInstallation } from "./queries.ts";
import { setUp } from "./set-up.ts";

export function installationRoutes(
  services: Services & { readonly backups: Backups },
  hashPassword: (password: string) => Promise<string>,
  code: string | null,
): readonly Route[] {
  const { db, settings, backups } = services;
  const present = async (): Promise<InstallationView> => {
    const { isNew, isDemonstration } = await readInstallation(db, settings);
    return {
      state: isNew ? "new" : "ready",
      demonstration: isDemonstration,
      demonstrationAllowed: !isForReal(settings),
      needsSetUpCode: isNew && code !== null,
      signInWith: settings.oidc === null ? [] : [{ id: "oidc", name: settings.oidc.name }],
    };
  };
  return [
    route("readInstallation", anyone("Tells how one signs in; needed before anybody is signed in."), present),
    route(
      "setUpInstallation",
      anyone("Works once, on a new installation; elsewhere it takes the printed code."),
      async ({ body }) => {
        await setUp(services, hashPassword, code, body);
        return present();
      },
    ),
    route(
      "listBackups",
      onSubject(async () => backups, seeBackups),
      async (_, { subject }) => (await subject.list()).map(presentBackup),
    ),
    route(
      "makeBackup",
      onSubject(async () => backups, seeBackups, makeBackup),
      async (_, { actor, subject }) => {
        const made = await subject.make(actor);
        return { ...presentBackup(made), sha256: made.sha256 };
      },
    ),
  ];
}
