import { useState } from "react";
import { useDelegationName } from "../compilation/delegation-names.tsx";
import { Button } from "../design/button.tsx";
import { Hidden } from "../design/hidden.tsx";
import type { SubmissionFile } from "./file-list.ts";
import { NewDelegation } from "./new-delegation.tsx";
import type { DelegationChoice } from "./protocol.ts";
import { SearchChoice } from "./search-choice.tsx";
import { useWords } from "./words.ts";

interface DelegationFieldProps {
  readonly submission: SubmissionFile;
  readonly delegations: readonly DelegationChoice[];
  readonly onName: (code: string | null) => void;
  readonly onAdd: (code: string, name: string) => Promise<void>;
}

/**
 * Whose file it is, as the file name tells or a person says. The list of all delegations is made only for the file
 * that somebody is naming: 57 lists of 200 would hold up the page.
 */
export function DelegationField({ submission, delegations, onName, onAdd }: DelegationFieldProps) {
  const say = useWords();
  const nameOf = useDelegationName();
  const [isNaming, setNaming] = useState(false);
  const [isNew, setNew] = useState(false);
  const [wasNamed, setNamed] = useState(false);
  const { code, candidates, file } = submission;
  const named = (chosen: string): void => {
    onName(chosen);
    setNaming(false);
    setNew(false);
    setNamed(true);
  };
  if (isNaming && isNew) {
    const add = async (newCode: string, name: string): Promise<void> => {
      await onAdd(newCode, name);
      named(newCode);
    };
    return <NewDelegation onAdd={add} onBack={() => setNew(false)} />;
  }
  if (isNaming) {
    const options = inOrder(delegations, candidates).map((each) => ({ id: each, label: `${each} ${nameOf(each)}` }));
    return (
      <SearchChoice
        label={say("delegation")}
        options={options}
        chosen={code}
        onChoose={(chosen) => (chosen === null ? onName(null) : named(chosen))}
        hint={say("name the delegation")}
        noneFits={say("no delegation fits")}
        openLabel={say("show delegations")}
        takesFocus
        other={{ label: say("not in list"), onChoose: () => setNew(true) }}
      />
    );
  }
  return (
    <>
      {code === null ? (
        <p className="ask">{say("file name does not tell")}</p>
      ) : (
        <p>
          <bdi className="codes">{code}</bdi> <bdi>{nameOf(code)}</bdi>
        </p>
      )}
      {/* The list that had the focus is gone: the focus stays here, and does not fall back to the top of the page. */}
      <Button look={code === null ? "main" : "plain"} autoFocus={wasNamed} onPress={() => setNaming(true)}>
        {say(code === null ? "name the delegation" : "other delegation")}
        <Hidden> {file.name}</Hidden>
      </Button>
    </>
  );
}

/** What the file name can mean comes first. */
function inOrder(delegations: readonly DelegationChoice[], candidates: readonly string[]): readonly string[] {
  const others = delegations.map(({ code }) => code).filter((code) => !candidates.includes(code));
  return [...candidates, ...others];
}
