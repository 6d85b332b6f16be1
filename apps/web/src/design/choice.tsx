import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";

export interface Option {
  readonly id: string;
  readonly label: string;
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** One of a few. */
export function Choice({ label, options, chosen, onChoose }: ChoiceProps) {
  return (
    <Select className="choice" value={chosen} onChange={(id) => onChoose(String(id))}>
      <Label className="field-label">{label}</Label>
      <Button className="field">
        <SelectValue className="field-value" />
        <span aria-hidden="true" className="field-arrow" />
      </Button>
      <Popover className="popover">
        <ListBox className="options" items={options}>
          {(option) => (
            <ListBoxItem className="option" textValue={option.label}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
