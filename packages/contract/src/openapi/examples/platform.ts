import type { InstallationView, platformOperations } from "../../platform.ts";
import type { Examples } from "./example.ts";

const installation: InstallationView = {
  state: "ready",
  demonstration: false,
  demonstrationAllowed: false,
  needsSetUpCode: false,
  signInWith: [{ id: "oidc", name: "Single sign-on" }],
};

const backup = { name: "daily-2026-09-01T03-00-00Z.zip", bytes: 48_213_017, madeAt: "2026-09-01T03:00:00Z" };

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
  listBackups: { input: {}, answer: [backup] },
  makeBackup: {
    input: {},
    answer: {
      ...backup,
      name: "asked-2026-09-01T09-12-44Z.zip",
      madeAt: "2026-09-01T09:12:44Z",
      sha256: "9f2d6c1be0a47a3c5d81f4b6e27c09d3a8b5f1e6c4d70392b8a6e5f1c3d2047b",
    },
  },
};
