import type { Ref } from "react";
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, useFilter } from "react-aria-components";
import type { Option } from "../design/choice.tsx";

interface SearchChoiceProps {
  readonly label: string;
  readonly options: readonly Option[];
  /** `null` where nothing is chosen. */
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
  readonly hint: string;
  /** Said where no option fits what was typed. */
  readonly noneFits: string;
  readonly openLabel: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** True where a press brought the field up, so that one can type at once. */
  readonly takesFocus?: boolean;
  /** Stands last in the list whatever is typed, for what is none of the options. */
  readonly other?: { readonly label: string; readonly onChoose: () => void };
}

const OTHER = "other";

/** One of many: type a part of it, or open the list. Emptying the field chooses nothing. */
export function SearchChoice({
  label,
  options,
  chosen,
  onChoose,
  hint,
  noneFits,
  openLabel,
  inputRef,
  takesFocus = false,
  other,
}: SearchChoiceProps) {
  const { contains } = useFilter({ sensitivity: "base" });
  return (
    <ComboBox
      className="choice"
      defaultItems={other === undefined ? options : [...options, { id: OTHER, label: other.label }]}
      defaultFilter={(text, typed) => text === other?.label || contains(text, typed)}
      value={chosen}
      onChange={(id) => (id === OTHER ? other?.onChoose() : onChoose(id === null ? null : String(id)))}
      menuTrigger="focus"
      allowsEmptyCollection
      autoFocus={takesFocus}
    >
      <Label className="field-label">{label}</Label>
      <div className="field-group">
        <Input ref={inputRef} className="field" placeholder={hint} />
        <Button className="field-open" aria-label={openLabel}>
          <span aria-hidden="true" className="field-arrow" />
        </Button>
      </div>
      <Popover className="popover">
        <ListBox className="options" renderEmptyState={() => <p className="options-none">{noneFits}</p>}>
          {(option: Option) => (
            <ListBoxItem className="option" textValue={option.label}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
