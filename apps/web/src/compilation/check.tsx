import type { CompilationDocument, NoticeEntry } from "@compendium/engine";
import { Button } from "../design/button.tsx";
import { useDelegationName } from "./delegation-names.tsx";
import { type Filter, matches, type PlaceKind } from "./text/filter.ts";
import type { Stop } from "./text/stops.ts";
import { useWords } from "./words.ts";

interface CheckProps {
  readonly compilation: CompilationDocument;
  readonly stops: readonly Stop[];
  /** Shows these places, and goes to the first of them. */
  readonly onShow: (filter: Filter) => void;
}

/** What the secretariat looks at before the release: places that want a person's eye, and what was noticed in the files. */
export function Check({ compilation, stops, onShow }: CheckProps) {
  const say = useWords();
  const { notices, receipts } = compilation;
  const noticed = receipts.filter((receipt) => receipt.notices.length > 0);
  const count = noticed.reduce((sum, receipt) => sum + receipt.notices.length, notices.length);
  return (
    <details className="check">
      <summary>{say("to check")}</summary>
      <p className="quiet">{say("to check explained")}</p>
      <ul className="facts">
        {(["untracked", "near-identical"] as const).map((kind) => (
          <li key={kind}>
            <Places kind={kind} stops={stops} onShow={onShow} />
          </li>
        ))}
      </ul>
      <h2 className="card-label">{say("notices of files", { count })}</h2>
      <ul className="check-notices">
        {notices.length === 0 ? null : (
          <li>
            <span>{say("base text")}</span>
            <Sentences notices={notices} />
          </li>
        )}
        {noticed.map(({ delegation, notices: found }) => (
          <li key={delegation}>
            <NoticesOf delegation={delegation} notices={found} onShow={onShow} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface PlacesProps extends Pick<CheckProps, "stops" | "onShow"> {
  readonly kind: Extract<PlaceKind, "untracked" | "near-identical">;
}

function Places({ kind, stops, onShow }: PlacesProps) {
  const say = useWords();
  const filter: Filter = { delegation: null, kinds: [kind] };
  const count = stops.filter((stop) => matches(filter, stop)).length;
  const words = say(`places ${kind}`, { count });
  return count === 0 ? <span className="quiet">{words}</span> : <Button onPress={() => onShow(filter)}>{words}</Button>;
}

interface NoticesOfProps extends Pick<CheckProps, "onShow"> {
  readonly delegation: string;
  readonly notices: readonly NoticeEntry[];
}

/** A notice tells a place in a file, not in the text; what can be shown are the places of the delegation whose file it is. */
function NoticesOf({ delegation, notices, onShow }: NoticesOfProps) {
  const say = useWords();
  const nameOf = useDelegationName();
  const kinds: readonly PlaceKind[] = notices.every(({ code }) => code === "untracked-edits") ? ["untracked"] : [];
  return (
    <>
      <span>
        <bdi className="codes">{delegation}</bdi> <bdi>{nameOf(delegation)}</bdi>
      </span>
      <Sentences notices={notices} />
      <Button look="plain" onPress={() => onShow({ delegation, kinds })}>
        {say("show places of", { who: delegation })}
      </Button>
    </>
  );
}

/** The engine's sentences are in English. */
function Sentences({ notices }: { readonly notices: readonly NoticeEntry[] }) {
  return (
    <span lang="en" dir="ltr">
      {notices.map(({ text }) => text).join(" ")}
    </span>
  );
}
