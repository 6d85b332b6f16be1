import "../design/design.css";
import { useState } from "react";
import { Choice } from "../design/choice.tsx";
import { useSay } from "../design/say.ts";
import { Workbench } from "../workbench/workbench.tsx";
import { LANGUAGES, type LanguageCode, useLanguage } from "./language.tsx";
import type { AppMessageId } from "./messages/en.ts";
import { chosenTheme, showTheme, THEMES, type Theme } from "./theme.ts";

/** The page: its head with language and appearance, and the workbench below. */
export function Shell() {
  const say = useSay<AppMessageId>();
  const [language, setLanguage] = useLanguage();
  const [theme, setTheme] = useState(chosenTheme);
  const languages = Object.entries(LANGUAGES).map(([id, label]) => ({ id, label }));
  const themes = THEMES.map((id) => ({ id, label: say(`theme ${id}`) }));
  return (
    <>
      <a className="skip-link" href="#main">
        {say("skip to main")}
      </a>
      <header className="masthead">
        <div className="masthead-name">
          <h1>{say("title")}</h1>
          <p className="quiet">{say("claim")}</p>
        </div>
        <Choice
          label={say("language")}
          options={languages}
          chosen={language}
          onChoose={(id) => setLanguage(id as LanguageCode)}
        />
        <Choice
          label={say("theme")}
          options={themes}
          chosen={theme}
          onChoose={(id) => {
            setTheme(id as Theme);
            showTheme(id as Theme);
          }}
        />
      </header>
      <main className="main" id="main" tabIndex={-1}>
        <Workbench />
      </main>
    </>
  );
}
