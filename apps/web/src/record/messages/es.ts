import { type Messages, words } from "../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words for the record, in Spanish. */
export const es: Messages<MessageId> = {
  "record explained": words(
    "Todos los actos, en el orden en que se hicieron. Cada asiento contiene la huella del anterior: quien tenga el archivo puede comprobarlo con «compendium verify».",
  ),
  "no record": words("Aquí no hay ningún registro que usted pueda leer."),
  chain: words("Cadena"),
  "chain of workspace": words("Espacio de trabajo"),
  "chain of delegation": words("Delegación"),
  "chain of installation": words("Instalación"),
  act: words("Acto"),
  filter: words("Filtrar"),
  export: words("Exportar toda la cadena"),
  loading: words("Cargando …"),
  entries: words("Asientos del registro"),
  "no entries": words("Ningún asiento coincide."),
  number: words("N.º"),
  when: words("Cuándo"),
  who: words("Quién"),
  what: words("Qué"),
  hash: words("Huella"),
  newest: words("Los más recientes"),
  older: words("Anteriores"),
};
