import { type Messages, words } from "../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words for the record, in Russian. */
export const ru: Messages<MessageId> = {
  "record explained": words(
    "Все действия в том порядке, в котором они совершены. Каждая запись содержит хеш предыдущей: всякий, у кого есть файл, может проверить его командой «compendium verify».",
  ),
  "no record": words("Здесь нет журнала, доступного вам для чтения."),
  chain: words("Цепочка"),
  "chain of workspace": words("Рабочее пространство"),
  "chain of delegation": words("Делегация"),
  "chain of installation": words("Установка"),
  act: words("Действие"),
  filter: words("Отобрать"),
  export: words("Выгрузить всю цепочку"),
  loading: words("Загрузка …"),
  entries: words("Записи журнала"),
  "no entries": words("Подходящих записей нет."),
  number: words("№"),
  when: words("Когда"),
  who: words("Кто"),
  what: words("Что"),
  hash: words("Хеш"),
  newest: words("Последние"),
  older: words("Более ранние"),
};
