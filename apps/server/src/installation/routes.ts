import type { InstallationView } from "@compendium/contract";
import { anyone, type Route, route } from "../platform/http/route.ts";
import type { Services } from "../platform/services.ts";
import { isForReal } from "../platform/settings.ts";
import { readInstallation } from "./queries.ts";
import { setUp } from "./set-up.ts";

export function installationRoutes(
  services: Services,
  hashPassword: (password: string) => Promise<string>,
  code: string | null,
): readonly Route[] {
  const { db, settings } = services;
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
  ];
}
