import { Notices } from "../compilation/notices.tsx";
import { Button } from "../design/button.tsx";
import { Hash } from "../design/hash.tsx";
import { DropPlace } from "./drop-place.tsx";
import type { BaseFile } from "./file-list.ts";
import { ProblemCard } from "./problem-card.tsx";
import type { Session, SessionState } from "./session.ts";
import { SubmissionItem } from "./submission-item.tsx";
import { useWords } from "./words.ts";

interface FilesViewProps {
  readonly state: SessionState;
  readonly session: Session;
  readonly onShowIllustrative: () => void;
  readonly onShowCompilation: () => void;
}

/** Where files are given, and where each one's receipt appears as it is read. */
export function FilesView({ state, session, onShowIllustrative, onShowCompilation }: FilesViewProps) {
  const say = useWords();
  const { base, submissions, origin, compilation, activity, failure, delegations, conflicts } = state;
  const isEmpty = base === null && submissions.length === 0;
  return (
    <div className="files">
      <section className="files-part">
        <h2>{say("base text")}</h2>
        {base === null ? <p>{say("base explained")}</p> : <BaseItem base={base} />}
        {origin === "own" ? (
          <DropPlace
            label={say("drop base")}
            buttonLabel={say(base === null ? "choose base" : "choose other base")}
            several
            isMain={base === null}
            onFiles={(files) => void giveFiles(session, base, files)}
          >
            <p>{say(base === null ? "drop base" : "drop other base")}</p>
          </DropPlace>
        ) : null}
        {origin === "own" && !isEmpty ? <p className="quiet">{say("kept nowhere")}</p> : null}
        <p>
          {isEmpty ? (
            <Button look="plain" onPress={onShowIllustrative}>
              {say("show illustrative")}
            </Button>
          ) : (
            <Button look="plain" onPress={() => session.startAfresh()}>
              {say("remove all")}
            </Button>
          )}
        </p>
      </section>
      <section className="files-part">
        <div className="files-heading">
          <h2>{say("marked-up files", { count: submissions.length })}</h2>
          {compilation !== null && activity === null ? (
            <Button look="main" onPress={onShowCompilation}>
              {say("see compilation")}
            </Button>
          ) : null}
        </div>
        {failure === null ? null : <ProblemCard problem={failure} about={base?.file.name ?? ""} />}
        {origin === "own" ? (
          <DropPlace
            label={say("drop submissions")}
            buttonLabel={say("choose submissions")}
            several
            isMain={base !== null && submissions.length === 0}
            onFiles={(files) => void session.addSubmissions(files)}
          >
            <p>{say("drop submissions")}</p>
          </DropPlace>
        ) : null}
        <ul className="file-list">
          {submissions.map((submission) => (
            <SubmissionItem
              key={submission.id}
              submission={submission}
              delegations={delegations}
              conflict={conflicts.get(submission.id) ?? null}
              session={session}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

/** Several files at once, before there is a base text, are a whole round; one file is the base text. */
async function giveFiles(session: Session, base: BaseFile | null, files: readonly File[]): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  if (base === null && files.length > 1) return session.beginUnsorted("own", files);
  session.giveBase(first);
  await session.addSubmissions(files.slice(1));
}

function BaseItem({ base }: { readonly base: BaseFile }) {
  const say = useWords();
  const { file, stage, read, problem } = base;
  return (
    <div className="file" data-stage={stage}>
      <div className="file-head">
        <h3 className="file-name">
          <bdi>{file.name}</bdi>
        </h3>
        <p className="quiet">{say(stage)}</p>
      </div>
      {read === null ? null : (
        <>
          <div className="quiet">
            SHA-256 <Hash value={read.sha256} />
          </div>
          <Notices notices={read.notices} />
        </>
      )}
      {problem === null ? null : <ProblemCard problem={problem} about={file.name} />}
    </div>
  );
}
