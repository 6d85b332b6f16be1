import { type Messages, words } from "../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words around all pages, in Russian. */
export const ru: Messages<MessageId> = {
  "workbench title": words("Верстак Compendium"),
  "workbench claim": words("Файлы с правками превращаются в один сводный текст. Ничто не покидает этот компьютер."),
  "to platform": words("К рабочим пространствам"),
  "skip to workbench": words("К верстаку"),
  "skip to main": words("К содержанию"),
  language: words("Язык"),
  theme: words("Оформление"),
  "theme system": words("Как в системе"),
  "theme light": words("Светлое"),
  "theme dark": words("Тёмное"),
  "main links": words("Основные ссылки"),
  workbench: words("Верстак"),
  "sign in": words("Войти"),
  "sign out": words("Выйти"),
  loading: words("Страница загружается"),
  demonstration: words("Демонстрация:"),
  "demonstration explained": words(
    "любой может войти под любым именем. Делегации, лица и тексты вымышлены; не размещайте здесь ничего, что не предназначено для всех.",
  ),
  "page failed": words("Эту страницу невозможно показать"),
  "load again": words("Загрузить ещё раз"),
  "nothing here": words("Здесь ничего нет"),
  "nothing here explained": words("По этому адресу нет ничего, что вам доступно. Проверьте адрес."),
  "ask secretariat": words("Если он верен, спросите секретариат, есть ли у вас доступ."),
  "to start": words("На первую страницу"),
  "sign in as other": words("Войти или войти под другим именем"),

  "line down": words("Связь с сервером прервана с"),
  "line down explained": words("Вы видите то, что было тогда. Страница сама обновится, как только связь вернётся."),
};
