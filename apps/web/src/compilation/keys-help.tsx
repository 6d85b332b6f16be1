import { DialogBox } from "../design/dialog-box.tsx";
import type { MessageId } from "./messages/en.ts";
import { useWords } from "./words.ts";

const KEYS: readonly (readonly [keys: readonly string[], what: MessageId])[] = [
  [["j", "↓"], "key next"],
  [["k", "↑"], "key previous"],
  [["Enter"], "key open"],
  [["Esc"], "key close"],
  [["/"], "key filter"],
  [["?"], "key help"],
];

export function KeysHelp({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const say = useWords();
  return (
    <DialogBox title={say("keys")} closeLabel={say("close")} isOpen={isOpen} onClose={onClose}>
      <dl className="keys">
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(what)}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{say("keys where")}</p>
    </DialogBox>
  );
}
