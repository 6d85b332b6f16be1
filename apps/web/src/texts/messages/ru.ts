import { type Messages, plural, words } from "../../design/say.ts";
import type { MessageId } from "./en.ts";

/** The words for texts and their drafts, in Russian. */
export const ru: Messages<MessageId> = {
  "you are": words("Вы здесь в качестве:"),
  rounds: words("Раунды"),
  "no rounds": words("Ни один раунд не ждёт ваших замечаний. Когда раунд откроется, вы получите письмо."),
  "no rounds for secretariat": words(
    "Раундов пока нет. Создайте текст, загрузите его первый проект в виде файла Word и откройте раунд.",
  ),
  "no rounds on text": words("По этому тексту раундов пока не было."),
  texts: words("Тексты"),
  "no texts": words("Пока нет текстов, доступных вам для чтения."),
  "no texts for secretariat": words("Текстов пока нет. Начните с первого."),
  "new text": words("Новый текст"),
  "make text": words("Создать текст"),
  title: words("Заголовок"),
  body: words("Орган"),
  "body explained": words("Где он обсуждается, например FSC."),
  symbol: words("Условное обозначение"),
  "symbol explained": words("Серии, например FSC.DEL/65/21. К проектам добавляется /Rev.1 и так далее."),
  original: words("Язык оригинала"),
  distribution: words("Распространение"),
  "distribution public": words("Для всех"),
  "distribution participating": words("Государства-участники"),
  "distribution audience": words("Только адресаты"),
  "distribution secretariat": words("Только секретариат"),
  "distribution explained public": words("Читать могут все, без входа. По нему можно открыть раунд."),
  "distribution explained participating": words(
    "Читать могут все делегации рабочего пространства, не только адресаты; замечания запрашиваются у адресатов.",
  ),
  "distribution explained audience": words(
    "Читают и дают замечания только делегации, отмеченные ниже; если не отмечена ни одна — все делегации пространства.",
  ),
  "distribution explained secretariat": words(
    "Видят только секретариат и председатель. Раунд по нему открыть нельзя: расширьте распространение, прежде чем запрашивать делегации.",
  ),
  "round needs wider": words(
    "Этот текст только для секретариата. Чтобы открыть раунд, расширьте распространение ниже.",
  ),
  "group of friends": words("Адресаты"),
  "group of friends explained": words("Группа друзей, которой он направляется. Если никто не отмечен — все делегации."),

  "to workspace": words("К рабочему пространству"),
  "open round": words("Открыть раунд"),
  "drafts of text": words("Проекты"),
  drafts: plural("count", {
    "=0": "проекта пока нет",
    one: "# проект",
    few: "# проекта",
    many: "# проектов",
    other: "# проекта",
  }),
  "no draft": words("Ни один проект ещё не распространён."),
  "no draft for secretariat": words("Проекта пока нет. Загрузите первый в виде файла Word."),
  "draft number": words("Проект {number}"),
  paragraphs: plural("count", { one: "# абзац", few: "# абзаца", many: "# абзацев", other: "# абзаца" }),
  "change text": words("Изменить сведения о тексте"),
  save: words("Сохранить"),
  "add draft": words("Загрузить следующий проект"),
  "word file": words("Файл Word (.docx)"),
  "draft file explained": words(
    "В том виде, в котором он распространяется. В него добавляются скрытые закладки; ни одно слово не меняется.",
  ),
  "symbol of draft": words("Условное обозначение этого проекта"),
  "symbol of draft explained": words("Только если оно не следующее в серии."),
  upload: words("Загрузить"),
  uploading: words("Файл отправляется и читается …"),

  "download word": words("Файл Word"),
  "download tracked": words("Файл Word с исправлениями"),
  "text itself": words("Текст"),
  "more is coming": words("Остальное загружается …"),

  "search for": words("Искомые слова"),
  search: words("Искать"),
  "nothing found": words("Ни в чём, что вам доступно, этих слов нет."),
  "found text": words("Текст"),
  "found paragraph": words("Абзац"),
  "found proposal": words("Предложение"),
  "found round": words("Раунд"),
  "found delegation": words("Делегация"),
};
