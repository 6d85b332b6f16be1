import { type Messages, words } from "../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words for who is here, in Spanish. */
export const es: Messages<MessageId> = {
  "set up": words("Empezar con Compendium"),
  "set up explained": words("Esta instalación es nueva. Elija con qué empieza."),
  "set-up code": words("Código de instalación"),
  "set-up code explained": words("El servidor lo mostró al arrancar."),
  "illustrative workspace": words("Mirar primero"),
  "illustrative workspace explained": words(
    "Un espacio de trabajo con un texto, una ronda cerrada con su compilación y una ronda abierta. Las delegaciones y las personas son inventadas, y con un clic puede entrar como cualquiera de ellas. Nada real debe estar aquí.",
  ),
  "begin illustrative": words("Empezar con el espacio ilustrativo"),
  "setting up": words("Se está preparando el espacio de trabajo. Tarda unos segundos …"),
  "empty workspace": words("Empezar de verdad"),
  "empty workspace explained": words(
    "Un espacio de trabajo vacío, del que usted es la primera persona administradora.",
  ),
  "begin empty": words("Empezar con un espacio vacío"),
  "name of the workspace": words("Nombre del espacio de trabajo"),
  "your name": words("Su nombre"),
  "e-mail": words("Correo electrónico"),
  password: words("Contraseña"),
  "password rule": words("12 caracteres o más."),

  "sign in": words("Iniciar sesión"),
  "with a password": words("Con una contraseña"),
  "with another issuer": words("Con otra cuenta"),
  "sign-in wrong": words("El correo y la contraseña no corresponden. Compruebe ambos e inténtelo de nuevo."),
  "sign-in locked out": words("Hubo demasiados intentos fallidos. Espere un rato e inténtelo de nuevo."),
  "sign-in no connection": words("El servidor no responde. Compruebe la conexión e inténtelo de nuevo."),
  "sign-in no passkey": words("No se usó ninguna llave de acceso. Inténtelo de nuevo o inicie sesión de otro modo."),
  "sign-in elsewhere": words(
    "La otra cuenta no pudo iniciar su sesión. Las cuentas se obtienen por invitación: diríjase a su secretaría.",
  ),
  "no authenticator": words("No tengo a mano la aplicación de autenticación"),
  "backup code": words("Código de respaldo"),
  "with a passkey": words("Con una llave de acceso"),
  "use passkey": words("Usar una llave de acceso"),
  "forgotten password": words("Contraseña olvidada"),
  "send link": words("Enviar un enlace"),
  "link is sent": words("Si hay una cuenta con esta dirección, un correo con un enlace está en camino."),
  "new password": words("Contraseña nueva"),
  "change password": words("Cambiar la contraseña"),
  "password is changed": words("La contraseña ha cambiado. Inicie sesión con ella."),
  "link is no good": words("Este enlace ya se usó o es demasiado antiguo. Pida otro."),
  "second factor": words("Seis cifras"),
  "second factor explained": words("Las muestra su aplicación de autenticación."),
  "accounts by invitation": words(
    "Las cuentas se obtienen por invitación: diríjase a su secretaría o a quien preside su delegación.",
  ),
  "sign in as": words("Iniciar sesión como una de estas personas"),
  "sign in as explained": words("Son inventadas. Un clic, y usted ve lo que ve esa persona."),

  "my workspaces": words("Mis espacios de trabajo"),
  "no workspace": words(
    "Todavía no está en ningún espacio de trabajo. La secretaría le invitará por correo electrónico.",
  ),
  "new workspace": words("Otro espacio de trabajo"),
  "make workspace": words("Crearlo"),

  "illustrative line": words(
    "Ilustrativo: delegaciones, personas y textos son inventados. Ningún Estado escribió ni sostiene nada de esto.",
  ),
  "texts and rounds": words("Textos y rondas"),
  members: words("Miembros"),
  search: words("Búsqueda"),
  record: words("Registro"),

  "no delegations yet": words("Aún no se ha admitido ninguna delegación."),
  "role administrator": words("Administración"),
  "role secretariat": words("Secretaría"),
  "role chair": words("Presidencia"),
  "role head": words("Jefatura de delegación"),
  "role deputy": words("Jefatura adjunta"),
  "role expert": words("Experto"),
  "role observer": words("Observador"),

  invitation: words("Invitación"),
  "invited to": words("Se le invita a"),
  "who invites": words("Le invita {name}."),
  "invited as": words("La invitación se envió a"),
  "take up as": words("Aceptarla como {name}"),
  "sign in to take up": words("Iniciar sesión para aceptarla"),
  "make account": words("Crear una cuenta y entrar"),

  copy: words("Copiar"),
  copied: words("Copiado."),
  "not copied": words("El navegador no permite copiarlo. Selecciónelo y cópielo a mano."),
  "it is kept": words("Ya lo he guardado"),
};
