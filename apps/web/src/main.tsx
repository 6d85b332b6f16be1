import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { LanguageProvider } from "./app/language.tsx";
import { Shell } from "./app/shell.tsx";
import { chosenTheme, showTheme } from "./app/theme.ts";

showTheme(chosenTheme());
const root = document.getElementById("root");
if (root === null) throw new Error("index.html lacks the element #root.");
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <Shell />
    </LanguageProvider>
  </StrictMode>,
);
