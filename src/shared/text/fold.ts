/** The form in which every text enters the program (TCVN 6909:2001 allows both; files and comparison need one). */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

const marks = /\p{M}/gu;
const dBar = /đ/g;

/**
 * The one folding for search and comparison: lower case, tone and vowel marks stripped, đ → d.
 * đ has no decomposition, so stripping marks alone leaves "đang uy" for "Đảng ủy". Folding NFC text keeps its
 * length, so positions map back to the original for highlighting.
 */
export function fold(text: string): string {
  return nfc(text).toLowerCase().normalize('NFD').replace(marks, '').replace(dBar, 'd');
}
