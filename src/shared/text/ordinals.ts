const units = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/**
 * "lần thứ …" in words for 1–99: nhất, hai, ba, tư, … mười lăm, hai mươi mốt.
 * @throws RangeError outside 1–99
 */
export function ordinalWords(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`no ordinal words for ${n}`);
  if (n === 1) return 'nhất';
  if (n === 4) return 'tư';
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
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** The Roman numeral of a term ("khóa XIII"). @throws RangeError outside 1–99 */
export function roman(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`no numeral for ${n}`);
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
