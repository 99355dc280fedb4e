/** Which words a Vietnamese could have written: the shape of a syllable, its spelling rules and its one tone. */

const tone = /[\u0300\u0309\u0303\u0301\u0323]/gu;

const onsets = 'b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x';
/** Vowels that end a syllable, and vowels that need a consonant behind them. */
const open =
  'a|ai|ao|au|ay|âu|ây|e|eo|ê|êu|i|ia|iêu|iu|o|oa|oai|oao|oay|oe|oeo|oi|ô|ôi|ơ|ơi|u|ua|uây|uê|ui|uơ|ưu|uôi|uya|uy|uyu|ư|ưa|ưi|ươi|ươu|y|yêu';
const closed = 'a|ă|â|e|ê|i|iê|o|oa|oă|oe|oo|ô|ơ|u|uâ|uê|uô|uy|uyê|ư|ươ|y|yê';
const codas = 'ch|c|m|nh|ng|n|p|t';
const shape = new RegExp(`^(${onsets})?(?:(?:${open})|(?:${closed})(${codas}))$`, 'u');

/** Whether a word, of any case, is spelt as a Vietnamese syllable. */
export function isSyllable(word: string): boolean {
  const spelt = word.toLowerCase().normalize('NFD');
  const tones = spelt.match(tone) ?? [];
  if (tones.length > 1) return false;
  const plain = spelt.replace(tone, '').normalize('NFC');
  const found = shape.exec(plain);
  if (!found) return false;
  const [, onset = '', coda = ''] = found;
  // c, g, ng stand before a, o, u; k, gh, ngh before e, i.
  const next = plain.charAt(onset.length);
  if (/^(?:k|gh|ngh)$/u.test(onset) && !/[eêiy]/u.test(next)) return false;
  if (/^(?:c|g|ng)$/u.test(onset) && /[eêiy]/u.test(next) && plain !== 'gi') return false;
  // A syllable that ends in a stop has one of two tones.
  const isStopped = /^(?:ch|c|p|t)$/u.test(coda);
  return !isStopped || tones[0] === '\u0301' || tones[0] === '\u0323';
}
