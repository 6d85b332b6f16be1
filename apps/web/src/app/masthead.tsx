import { type ReactNode, useEffect, useState } from "react";
import { Choice } from "../design/choice.tsx";
import { LANGUAGES, type LanguageCode } from "../design/languages.ts";
import { keepChoice, THEMES, type Theme } from "./choices.ts";
import { useLanguage } from "./language.tsx";
import { useWords } from "./words.ts";

/** The head of every page, with language and appearance. */
export function Masthead({ children }: { readonly children: ReactNode }) {
  const say = useWords();
  const [language, setLanguage] = useLanguage();
  const [theme, setTheme] = useTheme();
  const languages = Object.entries(LANGUAGES).map(([id, label]) => ({ id, label }));
  const themes = THEMES.map((id) => ({ id, label: say(`theme ${id}`) }));
  return (
    <header className="masthead">
      {children}
      <div className="masthead-choices">
        <Choice
          label={say("language")}
          options={languages}
          chosen={language}
          onChoose={(id) => void setLanguage(id as LanguageCode)}
        />
        <Choice label={say("theme")} options={themes} chosen={theme} onChoose={(id) => setTheme(id as Theme)} />
      </div>
    </header>
  );
}

/** All colours follow from an attribute of the document, in CSS. The server writes it where there was a choice. */
function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => {
    const shown = document.documentElement.dataset.theme;
    setTheme(THEMES.find((each) => each === shown) ?? "system");
  }, []);
  const choose = (chosen: Theme): void => {
    document.documentElement.dataset.theme = chosen;
    keepChoice("theme", chosen);
    setTheme(chosen);
  };
  return [theme, choose];
}
