import type { Role } from "@compendium/contract";
import { expect, test } from "vitest";
import { penHolder } from "../src/negotiation/pen-holder.ts";
import type { Actor } from "../src/platform/actor.ts";

function somebody(...roles: readonly Role[]): Actor {
  const memberships = roles.map((role) => ({ id: role, workspace: "one", role, delegation: null }));
  return { person: null, memberships, administersInstallation: false, via: "page" };
}

test("a draft is the chair's or the secretariat's, whoever holds the pen, in the language of the text", () => {
  expect(penHolder(somebody("chair"), "one", "en")).toBe("Chair");
  expect(penHolder(somebody("secretariat"), "one", "en")).toBe("Secretariat");
  expect(penHolder(somebody("secretariat", "chair"), "one", "es")).toBe("Presidencia");
  // The chair of another workspace is none here.
  expect(penHolder(somebody("chair", "secretariat"), "other", "ru")).toBe("Секретариат");
});

test("a language is known by its code, whatever follows it, and one that is not known is told in English", () => {
  expect(penHolder(somebody("chair"), "one", "fr-CH")).toBe("Présidence");
  expect(penHolder(somebody("chair"), "one", "AR")).toBe("الرئاسة");
  expect(penHolder(somebody("chair"), "one", "mn")).toBe("Chair");
});
