import type { DelegationView, Role } from "@compendium/contract";
import { useWords } from "./words.ts";

interface RoleWordsProps {
  readonly role: Role;
  readonly delegation: DelegationView | null;
}

/** What somebody is in a workspace: "Head of delegation · Ankervale". */
export function RoleWords({ role, delegation }: RoleWordsProps) {
  const say = useWords();
  return (
    <>
      {say(`role ${role}`)}
      {delegation === null ? null : (
        <>
          {" · "}
          <bdi>{delegation.name}</bdi>
        </>
      )}
    </>
  );
}
