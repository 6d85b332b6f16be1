import { recall, remember } from "./memory.ts";

export const THEMES = ["system", "light", "dark"] as const;

export type Theme = (typeof THEMES)[number];

/** What was chosen last; without a choice, as the system has it. */
export function chosenTheme(): Theme {
  const kept = recall("theme");
  return THEMES.find((theme) => theme === kept) ?? "system";
}

/** Shows the page in a theme, and remembers it. All colours follow from the attribute, in CSS. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  remember("theme", theme);
}
