import { Button } from "../../design/button.tsx";
import { Form, TextField } from "../../design/form.tsx";
import { useWords } from "./words.ts";

interface PasswordFormProps {
  /** What the password is asked for. */
  readonly action: string;
  readonly isRunning: boolean;
  readonly onPassword: (password: string) => Promise<boolean>;
}

/** A step that takes the password once more: a machine may stand open. */
export function PasswordForm({ action, isRunning, onPassword }: PasswordFormProps) {
  const say = useWords();
  const submit = async (values: FormData, form: HTMLFormElement): Promise<void> => {
    if (await onPassword(String(values.get("password")))) form.reset();
  };
  return (
    <Form layout="row" onSubmit={(values, form) => void submit(values, form)}>
      <TextField
        name="password"
        type="password"
        label={say("current password")}
        required
        autoComplete="current-password"
      />
      <Button type="submit" isDisabled={isRunning}>
        {action}
      </Button>
    </Form>
  );
}
