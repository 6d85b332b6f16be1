import {
  Button as AriaButton,
  ToggleButton as AriaToggle,
  type ButtonProps,
  type ToggleButtonProps,
} from "react-aria-components";

interface Look {
  /** `plain` looks like the text around it until it is pointed at; `main` is for the one thing to do next. */
  readonly look?: "plain" | "framed" | "main";
}

export function Button({ look = "framed", ...props }: Omit<ButtonProps, "className"> & Look) {
  return <AriaButton {...props} className={`button button-${look}`} />;
}

/** A button that stays pressed; a check mark says so beside the colour. */
export function ToggleButton(props: Omit<ToggleButtonProps, "className">) {
  return <AriaToggle {...props} className="button button-toggle" />;
}
