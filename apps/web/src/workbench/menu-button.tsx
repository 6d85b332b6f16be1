import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { Option } from "../design/choice.tsx";

interface MenuButtonProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly onChoose: (id: string) => void;
  readonly isDisabled?: boolean;
}

/** A button that opens a list of things to do. */
export function MenuButton({ label, options, onChoose, isDisabled = false }: MenuButtonProps) {
  return (
    <MenuTrigger>
      <Button className="button button-framed" isDisabled={isDisabled}>
        {label} <span aria-hidden="true" className="field-arrow" />
      </Button>
      <Popover className="popover">
        <Menu className="options" items={options} onAction={(id) => onChoose(String(id))}>
          {(option) => (
            <MenuItem className="option" textValue={option.label}>
              {option.label}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
