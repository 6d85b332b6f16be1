import { type Messages, words } from "../../design/say.ts";
import type { MessageId } from "./en.ts";

/** What can go wrong, in Spanish. */
export const es: Messages<MessageId> = {
  "problem not-valid": words("Algo en el formulario no es correcto"),
  "problem sign-in-needed": words("Su sesión ya no está abierta"),
  "problem not-allowed": words("Puede ver esto, pero no hacerlo"),
  "problem not-same-site": words("La solicitud parece venir de otro sitio"),
  "problem not-found": words("Aquí no hay nada que usted pueda ver"),
  "problem changed-meanwhile": words("Alguien ha cambiado esto entretanto"),
  "problem not-now": words("No se puede hacer ahora"),
  "problem already-exists": words("Ya existe uno"),
  "problem not-confirmed": words("Confirme esto primero"),
  "problem rival-wordings": words("Su delegación propone dos redacciones para un mismo pasaje"),
  "problem too-large": words("El archivo es demasiado grande"),
  "problem wrong-type": words("El servidor admite aquí archivos de Word (.docx)"),
  "problem file-not-read": words("No se puede aceptar el archivo"),
  "problem too-many": words("Demasiadas solicitudes en poco tiempo"),
  "problem locked-out": words("Demasiados intentos fallidos de iniciar sesión"),
  "problem server-fault": words("El servidor ha cometido un error"),
  "problem store-unavailable": words("El servidor no alcanza su base de datos"),
  "problem store-full": words("El disco del servidor está lleno"),
  "problem when": words("Cuándo aparece"),
  "problem advice": words("Qué hacer"),
  "problem for programs": words(
    "Estas explicaciones son para los programas que usan el servidor y para quienes los escriben. En las páginas, lo que falla figura junto a lo que usted hizo.",
  ),
  "problem no connection": words("No se pudo alcanzar el servidor"),
  "try again": words("No se ha cambiado nada. Compruebe la conexión e inténtelo de nuevo."),
  "changed explained": words("Lo que usted escribió sigue aquí. Vea cómo está ahora y decida de nuevo."),
  "read again": words("Ver cómo está ahora"),
  "sign in again": words("Iniciar sesión y volver aquí"),
};
