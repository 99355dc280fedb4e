const units = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** Beyond it no ordinal of the office goes: a body that met each weekday would reach 999 in its fourth year. */
export const mostOrdinal = 999;

/**
 * "lần thứ …" in words for 1–999: nhất, hai, ba, tư, … mười lăm, hai mươi mốt, … một trăm linh một.
 * @throws RangeError outside 1–999
 */
export function ordinalWords(n: number): string {
  if (!isOrdinal(n)) throw new RangeError(`no ordinal words for ${n}`);
  if (n === 1) return 'nhất';
  if (n === 4) return 'tư';
  const rest = n % 100;
  if (n < 100) return belowHundred(rest);
  const hundreds = `${units[Math.floor(n / 100)]} trăm`;
  if (rest === 0) return hundreds;
  return rest < 10 ? `${hundreds} linh ${units[rest]}` : `${hundreds} ${belowHundred(rest)}`;
}

function isOrdinal(n: number): boolean {
  return Number.isInteger(n) && n >= 1 && n <= mostOrdinal;
}

function belowHundred(n: number): string {
  if (n < 10) return `${units[n]}`;
  const ten = Math.floor(n / 10);
  const unit = n % 10;
  const tens = ten === 1 ? 'mười' : `${units[ten]} mươi`;
  if (unit === 0) return tens;
  if (unit === 5) return `${tens} lăm`;
  if (ten > 1 && unit === 1) return `${tens} mốt`;
  if (ten > 1 && unit === 4) return `${tens} tư`;
  return `${tens} ${units[unit]}`;
}

const numerals: readonly [number, string][] = [
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** The Roman numeral of a term ("khóa XIII"), of a congress, of an appendix. @throws RangeError outside 1–999 */
export function roman(n: number): string {
  if (!isOrdinal(n)) throw new RangeError(`no numeral for ${n}`);
  let rest = n;
  let text = '';
  for (const [value, letters] of numerals) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}
