import { type Messages, words } from "../../design/say.ts";
import type { MessageId } from "./en.ts";

/** What can go wrong, in Russian. */
export const ru: Messages<MessageId> = {
  "problem not-valid": words("В форме есть ошибка"),
  "problem sign-in-needed": words("Вы больше не в системе"),
  "problem not-allowed": words("Вы можете это видеть, но не можете этого делать"),
  "problem not-same-site": words("Запрос, по-видимому, пришёл с другого сайта"),
  "problem not-found": words("Здесь нет ничего, что вам доступно"),
  "problem changed-meanwhile": words("Кто-то тем временем это изменил"),
  "problem not-now": words("Сейчас это невозможно"),
  "problem already-exists": words("Такое уже есть"),
  "problem not-confirmed": words("Сначала подтвердите"),
  "problem rival-wordings": words("Ваша делегация предлагает две формулировки для одного места"),
  "problem too-large": words("Файл слишком велик"),
  "problem wrong-type": words("Сервер принимает здесь файлы Word (.docx)"),
  "problem file-not-read": words("Файл не может быть принят"),
  "problem too-many": words("Слишком много запросов за короткое время"),
  "problem locked-out": words("Слишком много неудачных попыток входа"),
  "problem server-fault": words("На сервере произошла ошибка"),
  "problem store-unavailable": words("Сервер не может обратиться к базе данных"),
  "problem store-full": words("На диске сервера нет места"),
  "problem when": words("Когда возникает"),
  "problem advice": words("Что делать"),
  "problem for programs": words(
    "Эти пояснения предназначены для программ, работающих с сервером, и для их авторов. На страницах о неполадке сказано рядом с тем, что вы сделали.",
  ),
  "problem no connection": words("Сервер недоступен"),
  "try again": words("Ничего не изменено. Проверьте соединение и попробуйте ещё раз."),
  "changed explained": words("Написанное вами сохранилось. Посмотрите, как обстоит дело теперь, и решите заново."),
  "read again": words("Показать нынешнее состояние"),
  "sign in again": words("Войти и вернуться сюда"),
};
