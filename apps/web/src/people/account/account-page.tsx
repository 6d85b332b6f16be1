import { useOperation } from "../../api/use-operation.ts";
import { Page } from "../../design/page.tsx";
import { AccessTokens } from "./access-tokens.tsx";
import { readAccount } from "./account.ts";
import { ChangePassword } from "./change-password.tsx";
import { KeepPlace } from "./keep-place.tsx";
import { Passkeys } from "./passkeys.tsx";
import { RefusalNote } from "./refusal-note.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { Sessions } from "./sessions.tsx";
import { useAccount } from "./use-account.ts";
import { useWords } from "./words.ts";

/** How one signs in, where one is signed in, and what acts in one's name. */
export function AccountPage() {
  const say = useWords();
  const { person } = useOperation("readMe", {});
  const { answer: account, refusal } = useAccount("account", readAccount);
  return (
    <Page title={say("your account")} about={<bdi>{person?.email}</bdi>}>
      <RefusalNote refusal={refusal} />
      {account === undefined ? null : account.user.illustrative ? (
        <p className="illustrative-line">{say("account illustrative")}</p>
      ) : (
        <KeepPlace>
          <ChangePassword />
          <SecondFactor isOn={account.user.twoFactorEnabled === true} />
          <Passkeys />
          <Sessions current={account.session.id} />
          <AccessTokens />
        </KeepPlace>
      )}
    </Page>
  );
}
