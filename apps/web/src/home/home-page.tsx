import { useOperation } from "../api/use-operation.ts";
import { MeetingsAhead } from "../negotiation/ahead/meetings-ahead.tsx";
import { MyWorkspaces } from "../people/my-workspaces.tsx";
import { SetUpPage } from "../people/set-up-page.tsx";
import { SignInPage } from "../people/sign-in-page.tsx";

/** The first page: set-up at the first visit, then sign-in, then one's workspaces and the meetings ahead in them. */
export function HomePage() {
  const { state } = useOperation("readInstallation", {});
  const { person } = useOperation("readMe", {});
  if (state === "new") return <SetUpPage />;
  if (person === null) return <SignInPage />;
  return (
    <MyWorkspaces>
      <MeetingsAhead />
    </MyWorkspaces>
  );
}
