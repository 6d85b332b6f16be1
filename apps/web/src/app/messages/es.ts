import { type Messages, words } from "../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words around all pages, in Spanish. */
export const es: Messages<MessageId> = {
  "workbench title": words("Mesa de trabajo Compendium"),
  "workbench claim": words("Los archivos anotados se convierten en una compilación. Nada sale de este equipo."),
  "to platform": words("A los espacios de trabajo"),
  "skip to workbench": words("Ir a la mesa de trabajo"),
  "skip to main": words("Ir al contenido"),
  language: words("Idioma"),
  theme: words("Apariencia"),
  "theme system": words("Como el sistema"),
  "theme light": words("Clara"),
  "theme dark": words("Oscura"),
  "main links": words("Enlaces principales"),
  workbench: words("Mesa de trabajo"),
  "sign in": words("Iniciar sesión"),
  "sign out": words("Cerrar sesión"),
  loading: words("La página se está cargando"),
  demonstration: words("Demostración:"),
  "demonstration explained": words(
    "cualquiera puede iniciar sesión como cualquiera. Delegaciones, personas y textos son inventados; no ponga aquí nada que no sea público.",
  ),
  "page failed": words("No se puede mostrar esta página"),
  "load again": words("Cargarla de nuevo"),
  "nothing here": words("Nada aquí"),
  "nothing here explained": words("En esta dirección no hay nada que usted pueda ver. Compruebe la dirección."),
  "ask secretariat": words("Si es correcta, pregunte a la secretaría si tiene acceso."),
  "to start": words("A la primera página"),
  "sign in as other": words("Iniciar sesión, o como otra persona"),

  "line down": words("La línea con el servidor está cortada desde"),
  "line down explained": words("Lo que ve es de ese momento. La página se pone al día sola en cuanto vuelva la línea."),
};
