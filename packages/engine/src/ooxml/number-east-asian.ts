import { type NumberWriter, once, positional, repeated } from "./number-sets.ts";

/** Number formats of Chinese, Japanese and Korean (ECMA-376 Part 1, 17.18.59). */
export const EAST_ASIAN: Readonly<Record<string, NumberWriter>> = {
  ideographDigital: positional([..."〇一二三四五六七八九"]),
  japaneseDigitalTenThousand: positional([..."〇一二三四五六七八九"]),
  taiwaneseDigital: positional([..."○一二三四五六七八九"]),
  koreanDigital: positional([..."영일이삼사오육칠팔구"]),
  koreanDigital2: positional([..."零一二三四五六七八九"]),
  chineseCounting: tensThenDigits,
  taiwaneseCounting: tensThenDigits,
  japaneseCounting: counting("一二三四五六七八九", "十百千", "万", "", "before units"),
  koreanCounting: counting("일이삼사오육칠팔구", "십백천", "만", "", "before units"),
  // Word writes 〇 where the standard says 零.
  chineseCountingThousand: counting("一二三四五六七八九", "十百千", "万", "〇", "below twenty"),
  taiwaneseCountingThousand: counting("一二三四五六七八九", "十百千", "萬", "零", "below twenty"),
  chineseLegalSimplified: counting("壹贰叁肆伍陆柒捌玖", "拾佰仟", "万", "零", "never"),
  ideographLegalTraditional: counting("壹貳參肆伍陸柒捌玖", "拾佰仟", "萬", "零", "never"),
  japaneseLegal: counting("壱弐参四伍六七八九", "拾百阡", "萬", "", "never"),
  koreanLegal: koreanNative,
  ideographEnclosedCircle: once([..."㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"]),
  ideographTraditional: once([..."甲乙丙丁戊己庚辛壬癸"]),
  ideographZodiac: once([..."子丑寅卯辰巳午未申酉戌亥"]),
  ideographZodiacTraditional: sexagenary,
  aiueo: repeated([..."ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"]),
  aiueoFullWidth: repeated([
    ..."アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン",
  ]),
  iroha: repeated([..."ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"]),
  irohaFullWidth: repeated([
    ..."イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン",
  ]),
  ganada: repeated([..."가나다라마바사아자차카타파하"]),
  chosung: repeated([..."ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"]),
};

/** 十二 and 九十九 by tens, and from 100 on digit by digit. */
function tensThenDigits(n: number): string | null {
  const digits = [..."○一二三四五六七八九"];
  if (n > 99) return positional(digits)(n);
  const tens = n < 10 ? "" : n < 20 ? "十" : `${digits[Math.floor(n / 10)]}十`;
  return tens + (n % 10 === 0 ? "" : digits[n % 10]);
}

/**
 * Digits with units: 二千〇二十四. `zero` stands for one or more empty places in between, `""` if they are passed over.
 * The digit one is not said before ten, hundred and thousand (`"before units"`), before the ten of 10 to 19
 * (`"below twenty"`), or is always said (`"never"`).
 */
function counting(
  digits: string,
  units: string,
  tenThousand: string,
  zero: string,
  oneLeftOut: "before units" | "below twenty" | "never",
): NumberWriter {
  return (n) => {
    if (n >= 1e8) return null;
    const places = [...String(n)].map(Number);
    let out = "";
    let gap = false;
    places.forEach((digit, i) => {
      const power = places.length - 1 - i;
      if (digit === 0) gap = out !== "";
      else {
        const unit = power % 4 === 0 ? "" : (units[(power % 4) - 1] as string);
        const leaveOut =
          digit === 1 && unit !== "" && (oneLeftOut === "before units" || (oneLeftOut === "below twenty" && n < 20));
        out += (gap ? zero : "") + (leaveOut ? "" : digits[digit - 1]) + unit;
        gap = false;
      }
      if (power === 4) out += tenThousand;
    });
    return out;
  };
}

function koreanNative(n: number): string | null {
  const tens = ["", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"];
  const ones = ["", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"];
  return n > 99 ? null : (tens[Math.floor(n / 10)] as string) + (ones[n % 10] as string);
}

/** The cycle of sixty: ten stems and twelve branches, each taken in turn. */
function sexagenary(n: number): string | null {
  return n > 60 ? null : `${"甲乙丙丁戊己庚辛壬癸"[(n - 1) % 10]}${"子丑寅卯辰巳午未申酉戌亥"[(n - 1) % 12]}`;
}
