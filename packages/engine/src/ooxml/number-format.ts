import { EAST_ASIAN } from "./number-east-asian.ts";
import { type NumberWriter, once, positional, REPEATED_MOST, repeated } from "./number-sets.ts";
import { cardinalText, ordinal, ordinalText } from "./number-words.ts";

/**
 * Writes a number as ST_NumberFormat says (ECMA-376 Part 1, 17.18.59). Numbers that a format has no sign for, zero and
 * less among them, and formats that we do not write (`hindiCounting`, `thaiCounting`, `vietnameseCounting`, `bahtText`,
 * `dollarText`, and whatever is not in the standard) come out in decimal.
 *
 * `format` is the value of `w:val`; or, for `custom`, the examples that `w:format` gives: `"001, 002, 003, ..."`.
 */
export function formatNumber(n: number, format: string): string {
  if (format === "none" || format === "bullet") return "";
  const write = WRITERS.get(format) ?? custom(format);
  return (Number.isSafeInteger(n) && n > 0 && write !== null ? write(n) : null) ?? String(n);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** The field code takes numbers up to this one (17.16.4.3.1); lists in Word end there as well. */
const ROMAN_LAST = 32767;

function roman(n: number): string | null {
  if (n > ROMAN_LAST) return null;
  let rest = n;
  let out = "";
  for (const [value, sign] of ROMAN) {
    out += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return out;
}

const HEBREW_HUNDREDS = ["", ..."קרשתךםןףץ"];
const HEBREW_TENS = ["", ..."יכלמנסעפצ"];
const HEBREW_ONES = ["", ..."אבגדהוזחט"];

/** Letters as numerals. 15 and 16 avoid the two spellings of the name of God. */
function hebrewNumerals(n: number): string | null {
  if (n > 999) return null;
  const tail = n % 100 === 15 ? "טו" : n % 100 === 16 ? "טז" : null;
  const end = tail ?? (HEBREW_TENS[Math.floor(n / 10) % 10] as string) + (HEBREW_ONES[n % 10] as string);
  return (HEBREW_HUNDREDS[Math.floor(n / 100)] as string) + end;
}

const HEBREW_ALPHABET = [..."אבגדהוזחטיכלמנסעפצקרשת"];

/** The alphabet; each further time through adds a tav at the end. */
function hebrewAlphabet(n: number): string | null {
  const times = Math.ceil(n / HEBREW_ALPHABET.length);
  if (times > REPEATED_MOST) return null;
  return (HEBREW_ALPHABET[(n - 1) % HEBREW_ALPHABET.length] as string) + "ת".repeat(times - 1);
}

/** A custom format is told by its first example; Word offers decimals with leading zeros and Greek letters. */
function custom(examples: string): NumberWriter | null {
  const first = examples.split(",")[0]?.trim() ?? "";
  if (/^0+1$/.test(first)) return (n) => String(n).padStart(first.length, "0");
  if (first === "α") return repeated(GREEK);
  if (first === "Α") return repeated(GREEK.map((letter) => letter.toUpperCase()));
  return null;
}

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
}

const LATIN = range(0x61, 0x7a);
const GREEK = [..."αβγδεζηθικλμνξοπρστυφχψω"];
/** Without ё, й, ъ and ь. */
const RUSSIAN = [..."абвгдежзиклмнопрстуфхцчшщыэюя"];
const FULL_WIDTH = positional(range(0xff10, 0xff19));
const CIRCLED = once(range(0x2460, 0x2473));

const WRITERS: ReadonlyMap<string, NumberWriter> = new Map(
  Object.entries({
    decimal: String,
    decimalHalfWidth: String,
    decimalZero: (n) => String(n).padStart(2, "0"),
    decimalFullWidth: FULL_WIDTH,
    decimalFullWidth2: FULL_WIDTH,
    decimalEnclosedCircle: CIRCLED,
    decimalEnclosedCircleChinese: CIRCLED,
    decimalEnclosedParen: once(range(0x2474, 0x2487)),
    decimalEnclosedFullstop: once(range(0x2488, 0x249b)),
    numberInDash: (n) => `- ${n} -`,
    hex: (n) => n.toString(16).toUpperCase(),
    upperRoman: roman,
    lowerRoman: (n) => roman(n)?.toLowerCase() ?? null,
    upperLetter: repeated(LATIN.map((letter) => letter.toUpperCase())),
    lowerLetter: repeated(LATIN),
    ordinal,
    cardinalText,
    ordinalText,
    chicago: repeated(["*", "†", "‡", "§"]),
    russianLower: repeated(RUSSIAN),
    russianUpper: repeated(RUSSIAN.map((letter) => letter.toUpperCase())),
    arabicAlpha: repeated([..."أبتثجحخدذرزسشصضطظعغفقكلمنهوي"]),
    arabicAbjad: repeated([..."أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"]),
    hebrew1: hebrewNumerals,
    hebrew2: hebrewAlphabet,
    hindiNumbers: positional(range(0x966, 0x96f)),
    // The standard gives the consonants to "vowels" and the vowels to "consonants".
    hindiVowels: repeated(range(0x915, 0x939)),
    hindiConsonants: repeated([...range(0x905, 0x914), "अं", "अः"]),
    thaiNumbers: positional(range(0xe50, 0xe59)),
    // Without the two obsolete letters and the three vowels that stand among the consonants in Unicode.
    thaiLetters: repeated([..."กขค", ...range(0xe07, 0xe23), "ล", ...range(0xe27, 0xe2e)]),
    ...EAST_ASIAN,
  }),
);
