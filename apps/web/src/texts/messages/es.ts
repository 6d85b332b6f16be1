import { type Messages, plural, words } from "../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words for texts and their drafts, in Spanish. */
export const es: Messages<MessageId> = {
  "you are": words("Está aquí como"),
  rounds: words("Rondas"),
  "no rounds": words("Ninguna ronda pide sus observaciones. Recibirá un correo cuando se abra una."),
  "no rounds for secretariat": words(
    "Ninguna ronda todavía. Cree un texto, cargue su primer proyecto como archivo de Word y abra una ronda.",
  ),
  "no rounds on text": words("Ninguna ronda sobre este texto todavía."),
  texts: words("Textos"),
  "no texts": words("Todavía no hay ningún texto que usted pueda leer."),
  "no texts for secretariat": words("Todavía no hay ningún texto. Empiece con el primero."),
  "new text": words("Texto nuevo"),
  "make text": words("Crear el texto"),
  title: words("Título"),
  body: words("Órgano"),
  "body explained": words("Donde se negocia, por ejemplo FSC."),
  symbol: words("Signatura"),
  "symbol explained": words("De la serie, por ejemplo FSC.DEL/65/21. Los proyectos añaden /Rev.1 y así sucesivamente."),
  original: words("Idioma original"),
  distribution: words("Distribución"),
  "distribution public": words("Pública"),
  "distribution participating": words("Estados participantes"),
  "distribution audience": words("Solo destinatarios"),
  "distribution secretariat": words("Solo secretaría"),
  "distribution explained public": words(
    "Cualquiera puede leerlo, sin iniciar sesión. Se puede abrir una ronda sobre él.",
  ),
  "distribution explained participating": words(
    "Pueden leerlo todas las delegaciones del espacio, también las que no son destinatarias; se consulta a las destinatarias.",
  ),
  "distribution explained audience": words(
    "Solo las delegaciones marcadas abajo pueden leerlo y son consultadas; sin marcar ninguna, todas las del espacio.",
  ),
  "distribution explained secretariat": words(
    "Solo lo ven la secretaría y la presidencia. No se puede abrir una ronda: amplíe la distribución antes de consultar a las delegaciones.",
  ),
  "round needs wider": words(
    "Este texto es solo para la secretaría. Para abrir una ronda, amplíe su distribución más abajo.",
  ),
  "group of friends": words("Destinatarios"),
  "group of friends explained": words(
    "El grupo de amigos al que se dirige. Sin marcar ninguna, todas las delegaciones.",
  ),

  "to workspace": words("Al espacio de trabajo"),
  "open round": words("Abrir una ronda"),
  "drafts of text": words("Proyectos"),
  drafts: plural("count", {
    "=0": "ningún proyecto",
    one: "# proyecto",
    many: "# de proyectos",
    other: "# proyectos",
  }),
  "no draft": words("Todavía no se ha distribuido ningún proyecto."),
  "no draft for secretariat": words("Ningún proyecto todavía. Cargue el primero como archivo de Word."),
  "draft number": words("Proyecto {number}"),
  paragraphs: plural("count", { one: "# párrafo", many: "# de párrafos", other: "# párrafos" }),
  "change text": words("Cambiar los datos del texto"),
  save: words("Guardar"),
  "add draft": words("Cargar el siguiente proyecto"),
  "word file": words("Archivo de Word (.docx)"),
  "draft file explained": words(
    "Tal como se va a distribuir. Recibe marcadores ocultos para que vuelva bien; no cambia ni una palabra.",
  ),
  "symbol of draft": words("Signatura de este proyecto"),
  "symbol of draft explained": words("Solo si no es la siguiente de la serie."),
  upload: words("Cargar"),
  uploading: words("El archivo se está enviando y leyendo …"),

  "download word": words("Archivo de Word"),
  "download tracked": words("Archivo de Word, con control de cambios"),
  "text itself": words("Texto"),
  "more is coming": words("El resto se está cargando …"),

  "search for": words("Palabras que buscar"),
  search: words("Buscar"),
  "nothing found": words("Nada de lo que usted puede leer contiene estas palabras."),
  "found text": words("Texto"),
  "found paragraph": words("Párrafo"),
  "found proposal": words("Propuesta"),
  "found round": words("Ronda"),
  "found delegation": words("Delegación"),
};
