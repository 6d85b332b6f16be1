import { Button } from "../design/button.tsx";
import { useWords } from "./words.ts";

/** Says that nothing on the page is any State's position, and offers to begin with real files. */
export function IllustrativeNote({ onStartAfresh }: { readonly onStartAfresh: () => void }) {
  const say = useWords();
  return (
    <aside className="illustrative" aria-label={say("illustrative")}>
      <p>
        <strong>{say("illustrative")}</strong> {say("illustrative explained")}
      </p>
      <Button look="main" onPress={onStartAfresh}>
        {say("start afresh")}
      </Button>
    </aside>
  );
}
