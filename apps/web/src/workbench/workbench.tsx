import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { Button } from "../design/button.tsx";
import { CompilationView } from "./compilation-view.tsx";
import { DelegationNames } from "./delegation-names.tsx";
import { Downloads } from "./downloads.tsx";
import { type FileList, progressOf } from "./file-list.ts";
import { FilesView } from "./files-view.tsx";
import { illustrativeFiles } from "./illustrative.ts";
import { IllustrativeNote } from "./illustrative-note.tsx";
import { KeysHelp } from "./keys-help.tsx";
import { LeftOut } from "./left-out.tsx";
import { Session } from "./session.ts";
import { useKeys } from "./use-keys.ts";
import { useLeaveWarning } from "./use-leave-warning.ts";
import { WindowDrop } from "./window-drop.tsx";
import { useWords, type Words } from "./words.ts";

type View = "files" | "compilation";

/** The whole workbench: files in, receipts, compilation, downloads. It opens with the illustrative compilation. */
export function Workbench() {
  const say = useWords();
  const [session] = useState(() => new Session());
  const state = useSyncExternalStore(session.subscribe, session.state);
  const [view, setView] = useState<View>("compilation");
  const [areKeysShown, setKeysShown] = useState(false);
  const [isOffline, setOffline] = useState(false);

  const showIllustrative = async (): Promise<void> => {
    setView("compilation");
    try {
      await session.beginUnsorted("illustrative", await illustrativeFiles());
    } catch {
      setOffline(true);
      setView("files");
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    void session.start().then(showIllustrative);
  }, []);
  useKeys([["?", () => setKeysShown(true)]]);

  const take = useCallback(
    (files: readonly File[]): void => {
      setView("files");
      void session.take(files);
    },
    [session],
  );

  const startAfresh = (): void => {
    session.startAfresh();
    setView("files");
  };
  const { compilation, removed, origin, base, submissions } = state;
  useLeaveWarning(origin === "own" && (base !== null || submissions.length > 0));
  return (
    <DelegationNames delegations={state.delegations}>
      {origin === "illustrative" ? <IllustrativeNote onStartAfresh={startAfresh} /> : null}
      {removed === null ? null : (
        <div className="undo" role="status">
          <p>{say("files removed", { count: removed.submissions.length + (removed.base === null ? 0 : 1) })}</p>
          <Button onPress={() => session.undo()}>{say("undo")}</Button>
        </div>
      )}
      {compilation === null || state.activity !== null ? null : (
        <LeftOut files={state} onShowFiles={view === "files" ? null : () => setView("files")} />
      )}
      {isOffline ? (
        <p className="problem-line" role="alert">
          {say("illustrative missing")}
        </p>
      ) : null}
      <Tabs className="views" selectedKey={view} onSelectionChange={(key) => setView(key as View)}>
        <div className="views-bar">
          <TabList aria-label={say("views")} className="views-list">
            <Tab id="files" className="view-tab">
              {say("files")}
            </Tab>
            <Tab id="compilation" className="view-tab">
              {say("compilation")}
            </Tab>
          </TabList>
          <Progress activity={state.activity} {...progressOf(state)} />
          <Button look="plain" onPress={() => setKeysShown(true)}>
            {say("keys")}
          </Button>
        </div>
        <TabPanel id="files" className="view">
          <FilesView
            state={state}
            session={session}
            onShowIllustrative={() => void showIllustrative()}
            onShowCompilation={() => setView("compilation")}
          />
        </TabPanel>
        <TabPanel id="compilation" className="view">
          {compilation === null ? (
            <div className="empty">
              <p>{state.activity === null ? whyNoCompilation(state, say) : say("compilation coming")}</p>
              <Button onPress={() => setView("files")}>{say("to files")}</Button>
            </div>
          ) : (
            <CompilationView
              compilation={compilation}
              actions={
                <Downloads
                  formats={state.formats}
                  baseName={base?.file.name ?? ""}
                  write={(format) => session.write(format)}
                />
              }
            />
          )}
        </TabPanel>
      </Tabs>
      <WindowDrop onFiles={take} />
      <KeysHelp isOpen={areKeysShown} onClose={() => setKeysShown(false)} />
    </DelegationNames>
  );
}

/** Files that could be read and are nobody's yet are the most frequent reason, and the easiest to mend. */
function whyNoCompilation({ base, submissions }: FileList, say: Words): string {
  const unnamed = submissions.filter(({ stage, code }) => stage === "read" && code === null).length;
  return base?.stage === "read" && unnamed > 0 ? say("no names", { count: unnamed }) : say("no compilation");
}

interface ProgressProps {
  readonly activity: "reading" | "compiling" | null;
  readonly done: number;
  readonly all: number;
}

function Progress({ activity, done, all }: ProgressProps) {
  const say = useWords();
  return (
    <p className="progress quiet" role="status">
      {activity === "reading" ? say("reading progress", { done, all }) : null}
      {activity === "compiling" ? say("compiling") : null}
    </p>
  );
}
