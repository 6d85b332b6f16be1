import { useOperation } from "../api/use-operation.ts";
import { MyWorkspaces } from "./my-workspaces.tsx";
import { SetUpPage } from "./set-up-page.tsx";
import { SignInPage } from "./sign-in-page.tsx";

/** The first page: set-up at the first visit, then sign-in, then one's workspaces. */
export function HomePage() {
  const { state } = useOperation("readInstallation", {});
  const { person } = useOperation("readMe", {});
  if (state === "new") return <SetUpPage />;
  return person === null ? <SignInPage /> : <MyWorkspaces />;
}
