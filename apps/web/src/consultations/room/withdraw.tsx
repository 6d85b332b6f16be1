import { useState } from "react";
import { ProblemNote } from "../../api/problem-note.tsx";
import { useAct } from "../../api/use-act.ts";
import { Button } from "../../design/button.tsx";
import { useWords } from "./words.ts";

/** Withdraws a submission; asked twice, because others may already be waiting for it. */
export function Withdraw({ submission }: { readonly submission: string }) {
  const say = useWords();
  const [isSure, setSure] = useState(false);
  const withdraw = useAct("withdraw");
  return (
    <div>
      {isSure ? (
        <p className="facts">
          <span>{say("withdraw explained")}</span>
          <Button isDisabled={withdraw.isRunning} onPress={() => void withdraw.run({ submission })}>
            {say("withdraw now")}
          </Button>
          <Button look="plain" onPress={() => setSure(false)}>
            {say("cancel")}
          </Button>
        </p>
      ) : (
        <Button look="plain" onPress={() => setSure(true)}>
          {say("withdraw")}
        </Button>
      )}
      <ProblemNote problem={withdraw.problem} />
    </div>
  );
}
