/**
 * How two old fonts of before Unicode wrote Vietnamese, as a program of today reads their bytes (Windows-1252). Each
 * tone row goes: level, huyền, hỏi, ngã, sắc, nặng.
 */
const letterRows = [
  ['a', 'àảãáạ'],
  ['ă', 'ằẳẵắặ'],
  ['â', 'ầẩẫấậ'],
  ['e', 'èẻẽéẹ'],
  ['ê', 'ềểễếệ'],
  ['i', 'ìỉĩíị'],
  ['o', 'òỏõóọ'],
  ['ô', 'ồổỗốộ'],
  ['ơ', 'ờởỡớợ'],
  ['u', 'ùủũúụ'],
  ['ư', 'ừửữứự'],
  ['y', 'ỳỷỹýỵ'],
] as const;

/**
 * TCVN3 (.VnTime, ABC): one sign a letter. Letters with a tone have small signs only; the capitals of the font .VnTimeH
 * are the same signs drawn as capitals.
 */
const tcvn3Toned = [
  'µ¶·¸¹',
  '»¼½¾Æ',
  'ÇÈÉÊË',
  'ÌÎÏÐÑ',
  'ÒÓÔÕÖ',
  '×ØÜÝÞ',
  'ßáâãä',
  'åæçèé',
  'êëìíî',
  'ïñòóô',
  'õö÷øù',
  'úûüýþ',
];
const tcvn3Plain: readonly (readonly [string, string])[] = [
  ['ă', '¨'],
  ['â', '©'],
  ['ê', 'ª'],
  ['ô', '«'],
  ['ơ', '¬'],
  ['ư', '\u00ad'],
  ['đ', '®'],
  ['Ă', '¡'],
  ['Â', '¢'],
  ['Ê', '£'],
  ['Ô', '¤'],
  ['Ơ', '¥'],
  ['Ư', '¦'],
  ['Đ', '§'],
];

/** VNI: a plain letter and a sign for its mark and tone behind it; only i, ị, ỵ, ơ, ư and đ have signs of their own. */
const vniToned = [
  ['aø', 'aû', 'aõ', 'aù', 'aï'],
  ['aè', 'aú', 'aü', 'aé', 'aë'],
  ['aà', 'aå', 'aã', 'aá', 'aä'],
  ['eø', 'eû', 'eõ', 'eù', 'eï'],
  ['eà', 'eå', 'eã', 'eá', 'eä'],
  ['ì', 'æ', 'ó', 'í', 'ò'],
  ['oø', 'oû', 'oõ', 'où', 'oï'],
  ['oà', 'oå', 'oã', 'oá', 'oä'],
  ['ôø', 'ôû', 'ôõ', 'ôù', 'ôï'],
  ['uø', 'uû', 'uõ', 'uù', 'uï'],
  ['öø', 'öû', 'öõ', 'öù', 'öï'],
  ['yø', 'yû', 'yõ', 'yù', 'î'],
];
const vniPlain: readonly (readonly [string, string])[] = [
  ['ă', 'aê'],
  ['â', 'aâ'],
  ['ê', 'eâ'],
  ['ô', 'oâ'],
  ['ơ', 'ô'],
  ['ư', 'ö'],
  ['đ', 'ñ'],
];

type Table = ReadonlyMap<string, string>;

function toned(signs: readonly Iterable<string>[]): [sign: string, letter: string][] {
  return letterRows.flatMap(([, letters], row) => {
    const own = [...(signs[row] ?? [])];
    return [...letters].map((letter, tone): [string, string] => [own[tone] ?? '', letter]);
  });
}

/** Sign → letter. Word turns the micro sign into the Greek letter at times. */
export const tcvn3Table: Table = new Map([
  ...toned(tcvn3Toned),
  ...tcvn3Plain.map(([letter, sign]): [string, string] => [sign, letter]),
  ['\u03bc', 'à'],
]);

/** Signs → letter. A capital may carry a capital or a small mark: the letter in front decides. */
export const vniTable: Table = new Map(
  [...toned(vniToned), ...vniPlain.map(([letter, sign]): [string, string] => [sign, letter])].flatMap(
    ([sign, letter]): [string, string][] => [
      [sign, letter],
      [sign.charAt(0).toUpperCase() + sign.slice(1), letter.toUpperCase()],
      [sign.toUpperCase(), letter.toUpperCase()],
      [sign.charAt(0) + sign.slice(1).toUpperCase(), letter],
    ],
  ),
);
