import { isSyllable } from '../../../text/syllables.ts';
import { placeIn } from './passages.ts';
import { type Found, patternRule, type Rule, replaceBy } from './rule.ts';

/*
 * Typing slips (domain 7). None of them changes what is said, so each has a fix.
 */

export const doubleSpace = patternRule('doubt', /(?<=\S)[ \u00a0]{2,}(?=\S)/gu, () => ({
  fix: replaceBy(' '),
}));

/** "…" begins an omission and may have one. */
export const spaceBefore = patternRule(
  'doubt',
  /(?<=[\p{L}\p{N}%)”"])[ \u00a0]+(?=[,;:!?](?:\s|$)|\.(?:\s|$))/gu,
  () => ({ fix: replaceBy('') }),
);

/** Behind a mark between letters; "1.234", "05/9", "TM.", "v.v." and a time "7:30" have none. */
export const spaceAfter = patternRule(
  'doubt',
  /(?<=\p{Ll}|[)”%])[,;:](?=\p{L})|(?<=\p{Ll}{2})\.(?=\p{Lu}\p{Ll})/gu,
  (match) => ({ fix: replaceBy(`${match[0]} `) }),
);

export const signTwice = patternRule(
  'doubt',
  /,[,;.]+|;[;,.]+|(?<!\.)\.[,;]|(?<![.…])\.\.(?!\.)/gu,
  (match) =>
    match.input.slice(0, match.index).endsWith('v.v') ||
    /(?:TM|KT|TL|TUQ)$/u.test(match.input.slice(0, match.index))
      ? null
      : { fix: replaceBy(match[0].at(-1) ?? '') },
);

/** "kinh tế-xã hội": a dash between words has blanks. "Ê-đê", "Ka-dong" and codes are one word. */
export const tightHyphen = patternRule(
  'doubt',
  /(?<![\p{L}\p{N}/-])(\p{L}+)-(\p{L}+)(?![\p{L}\p{N}/-])/gu,
  (match, passage) => {
    const [, left = '', right = ''] = match;
    if (!isSyllable(left) || !isSyllable(right)) return null;
    const isName = left.charAt(0) !== left.charAt(0).toLowerCase();
    if (isName) return null;
    const at = match.index + left.length;
    return { place: placeIn(passage, at, at + 1), fix: replaceBy(' - ') };
  },
);

/** Both " - " and " – " in one document: those in the minority. */
export const dashMixed: Rule = {
  severity: 'doubt',
  find: ({ passages }) => {
    const all = passages.flatMap((passage) =>
      [...passage.text.matchAll(/(?<=\S )[-–—](?= \S)/gu)].map((match) => ({ passage, match })),
    );
    const counts = Map.groupBy(all, ({ match }) => match[0]);
    const usual = [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
    return all
      .filter(({ match }) => match[0] !== usual)
      .map(({ passage, match }): Found => {
        const place = placeIn(passage, match.index, match.index + 1);
        return { place, params: { usual: usual ?? '-' }, fix: replaceBy(usual ?? '-') };
      });
  },
};

/** Words that a Vietnamese doubles on purpose. */
const doubled: ReadonlySet<string> = new Set(
  `luôn dần mãi ngày đời nhà người ngành từ thường rất song hằng tầng lớp nơi xa gần càng đều năm ba mười hai chung
  vừa sao đâu ai gì lâu riêng sáng tối chiều đêm tháng xóm làng thôn chỗ hàng khăng rưng đùng ầm vẫn ào từng cấp lần
  bước việc điều đôi con cây nước xanh nhỏ to hay nhiều ít mau chậm nhẹ đỏ trắng đen vàng chuồn bươm ấy đây đó kia`.split(
    /\s+/u,
  ),
);

/** "của của", "thực hiện thực hiện". */
export const repeatedWord = patternRule(
  'doubt',
  /(?<![\p{L}\p{N}\p{M}-])((\p{L}+)(?: \p{L}+)?) \1(?![\p{L}\p{N}\p{M}-])/gu,
  (match, passage) => {
    const [whole, once = ''] = match;
    if (doubled.has(once.split(' ')[0]?.toLowerCase() ?? '')) return null;
    const place = placeIn(passage, match.index, match.index + whole.length);
    return { place, params: { word: once }, fix: replaceBy(once) };
  },
);
