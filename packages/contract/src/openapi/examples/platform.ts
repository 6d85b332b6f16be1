import type { InstallationView, platformOperations } from "../../platform.ts";
import type { Examples } from "./example.ts";

const installation: InstallationView = {
  state: "ready",
  demonstration: false,
  demonstrationAllowed: false,
  needsSetUpCode: false,
  signInWith: [{ id: "oidc", name: "Single sign-on" }],
};

export const platformExamples: Examples<typeof platformOperations> = {
  readInstallation: { input: {}, answer: installation },
  setUpInstallation: {
    input: {
      body: {
        kind: "empty",
        workspace: "Guide on border controls",
        administrator: {
          name: "Sara Lindqvale",
          email: "sara.lindqvale@example.org",
          password: "a long sentence is best",
        },
        code: "q7Yd0nVb3xKe",
      },
    },
    answer: installation,
  },
};
