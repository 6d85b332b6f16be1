import { describe, expect, test } from "vitest";
import { formatNumber } from "../../src/ooxml/number-format.ts";

/** Numbers and how they are written, for each format of ST_NumberFormat (ECMA-376 Part 1, 17.18.59). */
const FORMATS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  decimal: { 1: "1", 10: "10", 123: "123" },
  decimalZero: { 1: "01", 9: "09", 10: "10", 100: "100" },
  decimalHalfWidth: { 12: "12" },
  decimalFullWidth: { 1: "１", 10: "１０", 123: "１２３" },
  decimalFullWidth2: { 10: "１０" },
  upperRoman: { 1: "I", 4: "IV", 9: "IX", 40: "XL", 90: "XC", 400: "CD", 1999: "MCMXCIX", 4000: "MMMM" },
  lowerRoman: { 3: "iii", 14: "xiv", 123: "cxxiii" },
  upperLetter: { 1: "A", 26: "Z", 27: "AA", 54: "BBB" },
  lowerLetter: { 1: "a", 26: "z", 27: "aa", 28: "bb", 53: "aaa", 781: "781" },
  ordinal: { 1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 112: "112th" },
  cardinalText: { 1: "One", 13: "Thirteen", 21: "Twenty-one", 101: "One hundred one", 999: "Nine hundred ninety-nine" },
  ordinalText: {
    1: "First",
    2: "Second",
    3: "Third",
    4: "Fourth",
    5: "Fifth",
    8: "Eighth",
    9: "Ninth",
    12: "Twelfth",
    20: "Twentieth",
    21: "Twenty-first",
    100: "One hundredth",
    123: "One hundred twenty-third",
    1000: "1000",
  },
  hex: { 9: "9", 10: "A", 15: "F", 16: "10", 30: "1E", 255: "FF" },
  chicago: { 1: "*", 2: "†", 3: "‡", 4: "§", 5: "**", 8: "§§", 9: "***" },
  none: { 1: "", 7: "" },
  bullet: { 1: "", 7: "" },
  numberInDash: { 1: "- 1 -", 123: "- 123 -" },
  decimalEnclosedCircle: { 1: "①", 20: "⑳", 21: "21" },
  decimalEnclosedCircleChinese: { 10: "⑩" },
  decimalEnclosedParen: { 1: "⑴", 20: "⒇", 21: "21" },
  decimalEnclosedFullstop: { 1: "⒈", 20: "⒛", 21: "21" },
  russianLower: { 1: "а", 7: "ж", 10: "к", 28: "ю", 29: "я", 30: "аа", 59: "ааа" },
  russianUpper: { 1: "А", 29: "Я", 30: "АА" },
  arabicAlpha: { 1: "أ", 2: "ب", 12: "س", 28: "ي", 29: "أأ" },
  arabicAbjad: { 1: "أ", 2: "ب", 3: "ج", 12: "ل", 29: "أأ" },
  hebrew1: { 1: "א", 10: "י", 15: "טו", 16: "טז", 17: "יז", 123: "קכג", 400: "ת", 500: "ך", 1000: "1000" },
  hebrew2: { 1: "א", 10: "י", 22: "ת", 23: "את", 24: "בת", 123: "מתתתתת" },
  hindiNumbers: { 1: "१", 10: "१०", 123: "१२३" },
  hindiVowels: { 1: "क", 37: "ह", 38: "कक" },
  hindiConsonants: { 1: "अ", 18: "अः", 19: "अअ" },
  thaiNumbers: { 1: "๑", 123: "๑๒๓" },
  thaiLetters: { 1: "ก", 2: "ข", 3: "ค", 4: "ง", 41: "ฮ", 42: "กก" },
  ideographDigital: { 1: "一", 10: "一〇", 20: "二〇", 2024: "二〇二四" },
  japaneseDigitalTenThousand: { 100: "一〇〇" },
  taiwaneseDigital: { 10: "一○" },
  koreanDigital: { 1: "일", 10: "일영", 11: "일일" },
  koreanDigital2: { 1: "一", 10: "一零" },
  chineseCounting: { 1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 101: "一○一" },
  taiwaneseCounting: { 10: "十", 99: "九十九", 100: "一○○" },
  japaneseCounting: {
    1: "一",
    10: "十",
    21: "二十一",
    100: "百",
    111: "百十一",
    2024: "二千二十四",
    12345: "一万二千三百四十五",
  },
  koreanCounting: { 1: "일", 10: "십", 11: "십일", 100: "백", 2024: "이천이십사" },
  chineseCountingThousand: {
    10: "十",
    15: "十五",
    101: "一百〇一",
    110: "一百一十",
    1001: "一千〇一",
    12345: "一万二千三百四十五",
  },
  taiwaneseCountingThousand: { 10: "十", 101: "一百零一", 10000: "一萬" },
  chineseLegalSimplified: { 1: "壹", 10: "壹拾", 123: "壹佰贰拾叁", 1001: "壹仟零壹" },
  ideographLegalTraditional: { 1: "壹", 11: "壹拾壹", 21: "貳拾壹", 123: "壹佰貳拾參" },
  japaneseLegal: { 1: "壱", 11: "壱拾壱", 20: "弐拾", 2024: "弐阡弐拾四", 10000: "壱萬" },
  koreanLegal: { 1: "하나", 10: "열", 11: "열하나", 20: "스물", 99: "아흔아홉", 100: "100" },
  ideographEnclosedCircle: { 1: "㊀", 10: "㊉", 11: "11" },
  ideographTraditional: { 1: "甲", 10: "癸", 11: "11" },
  ideographZodiac: { 1: "子", 12: "亥", 13: "13" },
  ideographZodiacTraditional: { 1: "甲子", 2: "乙丑", 11: "甲戌", 60: "癸亥", 61: "61" },
  aiueo: { 1: "ｱ", 46: "ﾝ", 47: "ｱｱ" },
  aiueoFullWidth: { 1: "ア", 5: "オ", 48: "ン" },
  iroha: { 1: "ｲ", 2: "ﾛ" },
  irohaFullWidth: { 1: "イ", 2: "ロ", 3: "ハ" },
  ganada: { 1: "가", 14: "하", 15: "가가" },
  chosung: { 1: "ㄱ", 14: "ㅎ" },
  "001, 002, 003, ...": { 1: "001", 45: "045", 1234: "1234" },
  "α, β, γ, ...": { 1: "α", 3: "γ", 24: "ω", 25: "αα" },
  "Α, Β, Γ, ...": { 2: "Β" },
};

describe("a number is written in each format of the standard as Word writes it", () => {
  for (const [format, numbers] of Object.entries(FORMATS)) {
    test(format, () => {
      const written = Object.keys(numbers).map((n) => [n, formatNumber(Number(n), format)]);
      expect(Object.fromEntries(written)).toEqual(numbers);
    });
  }
});

test("what a format cannot write comes out in decimal", () => {
  expect(formatNumber(7, "hindiCounting")).toBe("7");
  expect(formatNumber(7, "noSuchFormat")).toBe("7");
  expect(formatNumber(0, "lowerRoman")).toBe("0");
  expect(formatNumber(-1, "lowerLetter")).toBe("-1");
  expect(formatNumber(2_147_483_647, "upperLetter")).toBe("2147483647");
  expect(formatNumber(2_147_483_647, "upperRoman")).toBe("2147483647");
  expect(formatNumber(2_147_483_647, "japaneseCounting")).toBe("2147483647");
});

test("an object's own names are no formats", () => {
  expect(formatNumber(7, "constructor")).toBe("7");
});
