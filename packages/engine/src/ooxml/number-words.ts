/** `1st`, `2nd`, `11th`. */
export function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return n + (teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th"));
}

/** English, as Word begins it with a capital: `Twenty-one`. `null` above 999. */
export function cardinalText(n: number): string | null {
  const words = wordsOf(n);
  return words === null ? null : capital(words);
}

/** English: `Twenty-first`, `One hundred fifth`. `null` above 999. */
export function ordinalText(n: number): string | null {
  const words = wordsOf(n);
  return words === null ? null : capital(words.replace(/[a-z]+$/, (last) => ORDINALS[last] ?? ordinalByRule(last)));
}

const BELOW_TWENTY = [
  "",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ORDINALS: Readonly<Record<string, string>> = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};

/** Word leaves out the "and" after the hundred. */
function wordsOf(n: number): string | null {
  if (n > 999) return null;
  const hundreds = n < 100 ? [] : [BELOW_TWENTY[Math.floor(n / 100)] as string, "hundred"];
  const rest = n % 100;
  if (rest === 0) return hundreds.join(" ");
  const tens = TENS[Math.floor(rest / 10)] as string;
  const ones = BELOW_TWENTY[rest % 10] as string;
  const word = rest < 20 ? (BELOW_TWENTY[rest] as string) : ones === "" ? tens : `${tens}-${ones}`;
  return [...hundreds, word].join(" ");
}

function ordinalByRule(word: string): string {
  return word.endsWith("y") ? `${word.slice(0, -1)}ieth` : `${word}th`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
