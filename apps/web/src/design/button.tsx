import type { ButtonHTMLAttributes } from "react";
import { useHydrated } from "./hydrated.ts";

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "onClick" | "disabled"> {
  /** `plain` looks like the text around it until it is pointed at; `main` is for the one thing to do next. */
  readonly look?: "plain" | "framed" | "main";
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
}

/** Before its script has come a button does nothing, and says so: a press then is not lost unseen. */
export function Button({ look = "framed", onPress, isDisabled = false, type = "button", ...props }: ButtonProps) {
  const isOff = !useHydrated() || isDisabled;
  return <button {...props} type={type} className={`button button-${look}`} disabled={isOff} onClick={onPress} />;
}

interface ToggleButtonProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: string;
}

/** A button that stays pressed; a check mark says so beside the colour. */
export function ToggleButton({ isSelected, onChange, children }: ToggleButtonProps) {
  return (
    <button
      type="button"
      className="button button-toggle"
      aria-pressed={isSelected}
      onClick={() => onChange(!isSelected)}
    >
      {children}
    </button>
  );
}
