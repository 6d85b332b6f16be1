import { type TextView, WORD_FILE } from "@compendium/contract";
import { useNavigate } from "react-router";
import { ProblemNote } from "../api/problem-note.tsx";
import { useAct } from "../api/use-act.ts";
import { Button } from "../design/button.tsx";
import { Form, fileIn, TextField, textIn } from "../design/form.tsx";
import { useWords } from "./words.ts";

/** Uploads the next draft as a Word file. */
export function AddDraft({ text }: { readonly text: TextView }) {
  const say = useWords();
  const navigate = useNavigate();
  const add = useAct("addDraft");
  const upload = async (values: FormData): Promise<void> => {
    const file = fileIn(values, "file");
    if (file === null) return;
    const symbol = textIn(values, "symbol");
    const added = await add.run({
      text: text.id,
      name: file.name,
      ...(symbol === "" ? {} : { symbol }),
      body: new Uint8Array(await file.arrayBuffer()),
    });
    if (added !== undefined) await navigate(`/drafts/${added.id}`);
  };
  return (
    <details className="fold" open={text.drafts.length === 0}>
      <summary>{say("add draft")}</summary>
      <Form onSubmit={(values) => void upload(values)}>
        <TextField
          name="file"
          type="file"
          accept={`.docx,${WORD_FILE}`}
          label={say("word file")}
          hint={say("draft file explained")}
          required
        />
        <TextField
          name="symbol"
          label={say("symbol of draft")}
          hint={say("symbol of draft explained")}
          maxLength={60}
        />
        <Button type="submit" look="main" isDisabled={add.isRunning}>
          {say("upload")}
        </Button>
        <p role="status">{add.isRunning ? say("uploading") : null}</p>
        <ProblemNote problem={add.problem} />
      </Form>
    </details>
  );
}
