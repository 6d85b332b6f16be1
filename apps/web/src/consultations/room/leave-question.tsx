import { useBlocker } from "react-router";
import { Button } from "../../design/button.tsx";
import { DialogBox } from "../../design/dialog-box.tsx";
import { useLeaveWarning } from "../../design/use-leave-warning.ts";
import { useWords } from "./words.ts";

/** Asks before the page is left while something in it is not saved: by a link here, by a reload or a closing the browser. */
export function LeaveQuestion({ isNeeded }: { readonly isNeeded: boolean }) {
  const say = useWords();
  useLeaveWarning(isNeeded);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isNeeded && currentLocation.pathname !== nextLocation.pathname,
  );
  const stay = (): void => {
    if (blocker.state === "blocked") blocker.reset();
  };
  return (
    <DialogBox
      title={say("leave unsaved")}
      closeLabel={say("stay")}
      isOpen={blocker.state === "blocked"}
      onClose={stay}
    >
      <p>{say("leave unsaved explained")}</p>
      <p>
        <Button onPress={() => blocker.proceed?.()}>{say("leave")}</Button>
      </p>
    </DialogBox>
  );
}
