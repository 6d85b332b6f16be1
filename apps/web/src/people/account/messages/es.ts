import { type Messages, words } from "../../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words of the account page in Spanish. */
export const es: Messages<MessageId> = {
  "your account": words("Su cuenta"),
  "account illustrative": words(
    "Esta persona es inventada, y cualquiera puede iniciar sesión como ella. Por eso aquí no hay nada que configurar: ni contraseña, ni llave de acceso, ni token de acceso. Cerrar la sesión solo afecta a este navegador.",
  ),
  "account wrong password": words("Esa no es la contraseña actual. Compruébela e inténtelo de nuevo."),
  "account no password": words(
    "Esta cuenta no tiene contraseña. «Contraseña olvidada», en la página de inicio de sesión, permite elegir una.",
  ),
  "account wrong code": words(
    "Esas no son las cifras de este momento. Espere las siguientes; compruebe también el reloj del dispositivo.",
  ),
  "account not fresh": words("Inició sesión hace más de un cuarto de hora. Para esto, iníciela otra vez."),
  "account signed out": words("Su sesión ya no está abierta."),
  "account no passkey made": words(
    "No se creó ninguna llave de acceso. El dispositivo debe pedir su código, su dedo o su rostro.",
  ),
  "account passkey known": words("Este dispositivo ya tiene una llave de acceso para su cuenta."),
  "account locked out": words("Hubo demasiados intentos. Espere un rato e inténtelo de nuevo."),
  "account no connection": words("El servidor no responde. Compruebe la conexión e inténtelo de nuevo."),
  "account refused": words("El servidor no lo aceptó. Cargue de nuevo la página e inténtelo otra vez."),
  "current password": words("Contraseña actual"),
  "password changed here": words("La contraseña ha cambiado. Las sesiones de los demás navegadores están cerradas."),
  passkeys: words("Llaves de acceso"),
  "passkeys explained": words(
    "Una llave de acceso inicia su sesión con su dispositivo y su dedo, su rostro o un código. Sustituye a la contraseña y al segundo factor.",
  ),
  "no passkeys": words("Ninguna todavía."),
  passkey: words("Llave de acceso sin nombre"),
  "passkey name": words("Nombre de la llave de acceso"),
  "add passkey": words("Añadir una llave de acceso"),
  rename: words("Cambiar el nombre"),
  "new name": words("Nombre nuevo"),
  "save name": words("Guardar el nombre"),
  remove: words("Eliminar"),
  "second factor title": words("Segundo factor"),
  "second factor off": words(
    "Desactivado. Con una aplicación de autenticación en su teléfono, la contraseña sola no abre nada.",
  ),
  "second factor on": words(
    "Activado. Después de la contraseña se piden las seis cifras de su aplicación de autenticación.",
  ),
  "set up second factor": words("Configurarlo"),
  "authenticator secret explained": words(
    "Escriba este secreto en su aplicación de autenticación, o abra el enlace en el dispositivo que la tiene. Después indique las seis cifras que muestra.",
  ),
  "open authenticator": words("Abrir en la aplicación de autenticación"),
  "confirm second factor": words("Activarlo"),
  cancel: words("Cancelar"),
  "turn off second factor": words("Desactivarlo"),
  "new backup codes": words("Nuevos códigos de respaldo"),
  "make backup codes": words("Crear códigos nuevos"),
  "backup codes": words("Códigos de respaldo"),
  "backup codes explained": words(
    "Solo se muestran esta vez. Cada uno inicia su sesión una vez sin la aplicación de autenticación: guárdelos en otro lugar.",
  ),
  sessions: words("Dónde tiene la sesión abierta"),
  "this browser": words("este navegador"),
  "unknown browser": words("Navegador desconocido"),
  "signed in at": words("desde el"),
  "sign out others": words("Cerrar la sesión en todos los demás"),
  "sign it out": words("Cerrar esa sesión"),
  "access tokens": words("Tokens de acceso"),
  "access tokens explained": words(
    "Con un token de acceso, un programa suyo, como la línea de órdenes, hace lo que usted puede hacer. No se lo dé a nadie.",
  ),
  "no tokens": words("Ninguno todavía."),
  "token name": words("Nombre del token"),
  "token days": words("Días de validez"),
  "make token": words("Crear un token"),
  "token made": words("El nuevo token de acceso"),
  "token made explained": words(
    "Solo se muestra esta vez. Los programas lo envían con cada petición, como «Authorization: Bearer …».",
  ),
  "never used": words("nunca usado"),
  "last used": words("usado por última vez el"),
  "token good until": words("válido hasta el"),
  "revoke token": words("Revocar"),

  "change password": words("Cambiar la contraseña"),
  "new password": words("Contraseña nueva"),
  "password rule": words("12 caracteres o más."),
  password: words("Contraseña"),
  "second factor": words("Seis cifras"),
  "sign in": words("Iniciar sesión"),
  since: words("desde el"),
};
