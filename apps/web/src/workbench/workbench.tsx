import { useLingui } from "@lingui/react";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { I18nProvider, Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { CompilationView } from "../compilation/compilation-view.tsx";
import { DelegationNames } from "../compilation/delegation-names.tsx";
import { KeysHelp } from "../compilation/keys-help.tsx";
import { useKeys } from "../compilation/use-keys.ts";
import { Button } from "../design/button.tsx";
import { isLanguage, LOCALES } from "../design/languages.ts";
import { useLeaveWarning } from "../design/use-leave-warning.ts";
import { Downloads } from "./downloads.tsx";
import { type FileList, progressOf } from "./file-list.ts";
import { FilesView } from "./files-view.tsx";
import { illustrativeFiles } from "./illustrative.ts";
import { IllustrativeNote } from "./illustrative-note.tsx";
import { LeftOut } from "./left-out.tsx";
import { Session } from "./session.ts";
import { WindowDrop } from "./window-drop.tsx";
import { useWords, type Words } from "./words.ts";

type View = "files" | "compilation";

/** The whole workbench: files in, receipts, compilation, downloads. It opens with the illustrative compilation. */
export function Workbench() {
  const say = useWords();
  const { i18n } = useLingui();
  const language = isLanguage(i18n.locale) ? i18n.locale : "en";
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
  const names = useMemo(
    () => new Map(state.delegations.map((each) => [each.code, each.names[language]])),
    [state.delegations, language],
  );
  useLeaveWarning(origin === "own" && (base !== null || submissions.length > 0));
  return (
    <I18nProvider locale={LOCALES[language]}>
      <DelegationNames names={names}>
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
    </I18nProvider>
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
