import {
  cloneElement,
  type FormEvent,
  type InputHTMLAttributes,
  type ReactElement,
  type ReactNode,
  type TextareaHTMLAttributes,
  useId,
} from "react";

interface FormProps {
  /** Gets what the fields hold, by their names. */
  readonly onSubmit: (values: FormData, form: HTMLFormElement) => void;
  /** Told whenever a field has changed. */
  readonly onChange?: () => void;
  readonly children: ReactNode;
  /** `row` stands in one line where there is room. */
  readonly layout?: "column" | "row";
}

export function Form({ onSubmit, onChange, children, layout = "column" }: FormProps) {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget), event.currentTarget);
  };
  return (
    // Nothing that is typed may ever stand in an address, even where the script has not come.
    <form className={`form form-${layout}`} method="post" onSubmit={submit} onChange={onChange}>
      {children}
    </form>
  );
}

/** What a field holds, without the space around it; `""` where there is no such field. */
export function textIn(values: FormData, name: string): string {
  const value = values.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** The file that was chosen, or `null`. */
export function fileIn(values: FormData, name: string): File | null {
  const value = values.get(name);
  return value instanceof File && value.size > 0 ? value : null;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly children: ReactElement<{ readonly id?: string; readonly "aria-describedby"?: string | undefined }>;
}

/** One field with its label, and what one should know to fill it in. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div className="form-field">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      {cloneElement(children, { id, "aria-describedby": hint === undefined ? undefined : `${id}-hint` })}
      {hint === undefined ? null : (
        <div className="quiet" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "className"> {
  readonly label: string;
  readonly hint?: ReactNode;
}

export function TextField({ label, hint, ...props }: TextFieldProps) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <input {...props} className={props.type === "file" ? "field-file" : "field"} />
    </Field>
  );
}

interface TextAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "className"> {
  readonly label: string;
  readonly hint?: ReactNode;
}

export function TextArea({ label, hint, ...props }: TextAreaProps) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <textarea rows={4} {...props} className="field field-area" dir="auto" />
    </Field>
  );
}
