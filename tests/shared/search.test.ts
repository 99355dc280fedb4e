import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readQuery, wordsOf } from '#shared/features/search/query.ts';
import { findersOf, foundWords, markedText, snippetOf } from '#shared/features/search/snippet.ts';
import { fold } from '#shared/text/fold.ts';

const none = new Map<string, string>();
const meanings = new Map([
  ['nq', 'Nghị quyết'],
  ['bch', 'Ban Chấp hành'],
  ['du', 'Đảng ủy'],
]);
const shown = (text: string, query: string) =>
  snippetOf(text, findersOf(readQuery(query, none)))
    .map((part) => (part.isHit ? `[${part.text}]` : part.text))
    .join('');

test('a code is words one after the other, quotes keep words together, the last word may be unfinished', () => {
  expect(readQuery('13-NQ/ĐU "xã hội" phát tri', none)).toEqual([
    { ways: [['13', 'nq', 'du']], isUnfinished: false },
    { ways: [['xa', 'hoi']], isUnfinished: false },
    { ways: [['phat']], isUnfinished: false },
    { ways: [['tri']], isUnfinished: true },
  ]);
  expect(readQuery('"đảng', none)).toEqual([{ ways: [['dang']], isUnfinished: true }]);
  expect(readQuery('"đảng ủy"', none)).toEqual([{ ways: [['dang', 'uy']], isUnfinished: false }]);
});

test('signs alone look for nothing', () => {
  for (const text of ['', ' ', '*', '"', '""', '()', '-- OR', 'NEAR(']) {
    const words = readQuery(text, none).flatMap(({ ways }) => ways.flat());
    expect(words.every((word) => /^[a-z]+$/u.test(word))).toBe(true);
  }
});

test('a short form also means what it stands for, but two small letters are only letters', () => {
  expect(readQuery('BCH', meanings)[0]?.ways).toEqual([['bch'], ['ban', 'chap', 'hanh']]);
  expect(readQuery('bch', meanings)[0]?.ways).toHaveLength(2);
  expect(readQuery('NQ', meanings)[0]?.ways).toEqual([['nq'], ['nghi', 'quyet']]);
  expect(readQuery('ĐU', meanings)[0]?.ways).toHaveLength(2);
  expect(readQuery('dự án', meanings)[0]?.ways).toEqual([['du']]);
});

test('what is written out also means its short form', () => {
  expect(readQuery('Ban Chấp hành huyện', meanings)).toEqual([
    { ways: [['ban'], ['bch']], isUnfinished: false },
    { ways: [['chap'], ['bch']], isUnfinished: false },
    { ways: [['hanh'], ['bch']], isUnfinished: false },
    { ways: [['huyen']], isUnfinished: true },
  ]);
  expect(readQuery('ban chap', meanings).map(({ ways }) => ways)).toEqual([[['ban']], [['chap']]]);
  expect(readQuery('Đảng ủy', meanings).map(({ ways }) => ways)).toEqual([[['dang']], [['uy']]]);
});

test('a snippet shows the place that says the most, with the letters as written', () => {
  const text = `Nông nghiệp. ${'x '.repeat(200)}Diện tích cây mì 160 ha,\nđạt 106,67 % kế hoạch huyện giao. ${'y '.repeat(200)}`;
  expect(shown(text, 'mi ke hoach')).toMatch(
    /^…(x )+Diện tích cây \[mì\] 160 ha, · đạt 106,67 % \[kế\] \[hoạch\] huyện giao\. (y )+y?…$/u,
  );
  expect(shown('Diện tích cây mì', 'lua')).toBe('');
  expect(shown('Diện tích cây mì', 'dien ti')).toBe('[Diện] [tí]ch cây mì');
});

test('the pieces of a marked text are the text', () => {
  const words = fc.constantFrom(
    'Đảng',
    'ủy',
    'nghị',
    'quyết',
    'số',
    '12-NQ/ĐU',
    'ﬁ',
    'İ',
    '한국',
    'e\u0301',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(words), fc.array(words, { minLength: 1 }), (text, query) => {
      const whole = text.join(' ');
      const marked = markedText(whole, findersOf(readQuery(query.join(' '), none)));
      expect(marked.map((part) => part.text).join('')).toBe(whole);
    }),
  );
});

test('words are cut as the index cuts them: folded, letters and figures only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const word of wordsOf(text)) {
        expect(fold(text)).toContain(word);
        expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      }
    }),
  );
});

test('the first of what was found is what a text is opened at', () => {
  const opened = (text: string, query: string) =>
    foundWords(snippetOf(text, findersOf(readQuery(query, none))));
  expect(opened('Về phát triển kinh tế', 'phat trien')).toBe('phát triển');
  expect(opened('Phát động thi đua, triển khai', 'trien phat')).toBe('Phát');
  expect(opened('không có', 'phat')).toBe('');
});
