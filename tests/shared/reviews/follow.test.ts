import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DocumentFields, documentFields } from '#shared/features/documents/schema.ts';
import { findQuote, follower } from '#shared/features/reviews/follow.ts';
import { partsOf } from '#shared/features/reviews/letters.ts';
import type { Pin, Standing } from '#shared/features/reviews/schema.ts';
import type { Block } from '#shared/text-model/body.ts';
import { documentInput } from '../../support/records.ts';

const fields = (content: Block[], changes: Partial<DocumentFields> = {}): DocumentFields => ({
  ...documentFields.parse(documentInput()),
  body: { type: 'doc', content },
  ...changes,
});
const paragraph = (text: string): Block =>
  text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };
const list = (items: readonly string[]): Block => ({
  type: 'bulletList',
  content: items.map((text) => ({ type: 'listItem', content: [paragraph(text) as never] })),
});
const wordsAt = ({ body }: DocumentFields, place: Standing['place']) =>
  place && partsOf(body.content[place.index])[place.part]?.text.slice(place.from, place.to);

/** Pins the words, at their only place. */
function pinned(before: DocumentFields, quote: string): Pin {
  const { place } = findQuote(before.body, quote);
  return { field: 'body', place, quote };
}
function followed(before: readonly string[], after: readonly string[], quote: string) {
  const [old, young] = [fields(before.map(paragraph)), fields(after.map(paragraph))];
  const standing = follower(old, young)(pinned(old, quote));
  return { ...standing, words: wordsAt(young, standing.place) };
}

const text = [
  'Tăng cường công tác kiểm tra, giám sát trong toàn Đảng bộ xã.',
  'Giao Văn phòng Đảng ủy theo dõi, đôn đốc việc thực hiện Nghị quyết.',
  'Các chi bộ trực thuộc báo cáo kết quả trước ngày 20 tháng 12 hằng năm.',
];
const [first = '', second = '', third = ''] = text;

describe('pinned words', () => {
  test('stay theirs when the text around them is edited', () => {
    const after = ['Một đoạn mới.', first, `${second.replace('Giao', 'Giao cho')} Báo cáo cuối năm.`, third];
    expect(followed(text, after, 'theo dõi, đôn đốc')).toMatchObject({
      state: 'kept',
      words: 'theo dõi, đôn đốc',
      place: { index: 2 },
    });
  });

  test('go with their paragraph when it moves, also when it is changed on the way', () => {
    const moved = [second, third, first.replace('trong toàn', 'trong')];
    expect(followed(text, moved, 'kiểm tra, giám sát')).toMatchObject({ state: 'kept', place: { index: 2 } });
  });

  test('that were changed are shown where they stood, with what stands there now', () => {
    const after = [first, second.replace('theo dõi, đôn đốc', 'kiểm tra'), third];
    expect(followed(text, after, 'theo dõi, đôn đốc')).toMatchObject({
      state: 'changed',
      place: { index: 1 },
    });
    const partly = [first, second.replace('theo dõi', 'kiểm tra'), third];
    expect(followed(text, partly, 'theo dõi, đôn đốc')).toMatchObject({
      state: 'changed',
      words: ', đôn đốc',
    });
    const between = [first, second.replace('theo dõi,', 'theo dõi, nhắc nhở,'), third];
    expect(followed(text, between, 'theo dõi, đôn đốc')).toMatchObject({
      state: 'changed',
      words: 'theo dõi, nhắc nhở, đôn đốc',
    });
  });

  test('of a paragraph that is gone are gone, and said to have stood there', () => {
    expect(followed(text, [first, third], 'theo dõi, đôn đốc')).toMatchObject({
      state: 'removed',
      place: { index: 1 },
    });
    expect(followed(text, [first], third)).toMatchObject({ state: 'removed', place: { index: 1 } });
    expect(followed(text, [], second)).toMatchObject({ state: 'removed', place: { index: 0 } });
  });

  test('are found on either side of a new line, and after paragraphs were joined', () => {
    const split = [first, 'Giao Văn phòng Đảng ủy', ' theo dõi, đôn đốc việc thực hiện Nghị quyết.', third];
    expect(followed(text, split, 'theo dõi, đôn đốc')).toMatchObject({
      state: 'kept',
      words: 'theo dõi, đôn đốc',
    });
    expect(followed(text, split, 'Văn phòng')).toMatchObject({ state: 'kept', words: 'Văn phòng' });
    const joined = [first, `${second} ${third}`];
    expect(followed(text, joined, 'hằng năm')).toMatchObject({ state: 'kept', words: 'hằng năm' });
  });

  test('are not taken for the same words that stood elsewhere before', () => {
    const same = ['Giao Văn phòng Đảng ủy theo dõi.', 'Đảng ủy chịu trách nhiệm trước cấp trên về việc này.'];
    const [old, young] = [fields(same.map(paragraph)), fields(same.slice(1).map(paragraph))];
    const pin: Pin = { field: 'body', place: { index: 0, part: 0, from: 15, to: 22 }, quote: 'Đảng ủy' };
    expect(follower(old, young)(pin).state).toBe('removed');
  });

  test('the same words twice in a paragraph: the n-th stays the n-th, a new one takes nothing away', () => {
    const twice = 'Đảng ủy giao Văn phòng Đảng ủy.';
    const pin: Pin = { field: 'body', place: { index: 0, part: 0, from: 23, to: 30 }, quote: 'Đảng ủy' };
    const to = (after: string) => follower(fields([paragraph(twice)]), fields([paragraph(after)]))(pin);
    expect(to('Nay Đảng ủy giao cho Văn phòng Đảng ủy.')).toMatchObject({
      state: 'kept',
      place: { from: 31 },
    });
    expect(to('Đảng ủy, Đảng ủy giao Văn phòng Đảng ủy.')).toMatchObject({
      state: 'kept',
      place: { from: 32 },
    });
    expect(to('Đảng ủy giao Văn phòng.').state).toBe('changed');
  });

  test('in a list and in a table are followed item by item and cell by cell', () => {
    const before = fields([list(['Chi bộ thôn một báo cáo', 'Chi bộ thôn hai báo cáo'])]);
    const after = fields([
      list(['Chi bộ trường học báo cáo', 'Chi bộ thôn một báo cáo', 'Chi bộ thôn hai gửi báo cáo']),
    ]);
    const standing = follower(before, after)(pinned(before, 'thôn hai'));
    expect(standing).toMatchObject({ state: 'kept', place: { index: 0, part: 2 } });
    expect(wordsAt(after, standing.place)).toBe('thôn hai');
    const without = fields([list(['Chi bộ thôn một báo cáo'])]);
    expect(follower(before, without)(pinned(before, 'thôn hai')).state).toBe('removed');
  });
});

describe('a pin on something whole', () => {
  test('follows the paragraph and says when its words changed', () => {
    const whole: Pin = { field: 'body', place: { index: 1, part: 0, from: 0, to: null }, quote: second };
    const to = (after: readonly string[]) =>
      follower(fields(text.map(paragraph)), fields(after.map(paragraph)))(whole);
    expect(to([third, first, second])).toMatchObject({ state: 'kept', place: { index: 2 } });
    expect(to([first, `${second} Thêm.`, third])).toMatchObject({ state: 'changed', place: { index: 1 } });
    expect(to([first, third]).state).toBe('removed');
  });

  test('a field is kept or changed, the document is always there', () => {
    const [old, young] = [fields([]), fields([], { subject: 'về việc khác' })];
    const follow = follower(old, young);
    expect(follow({ field: 'subject', place: null, quote: old.subject }).state).toBe('changed');
    expect(follow({ field: 'bases', place: null, quote: '' }).state).toBe('kept');
    expect(follow({ field: 'document', place: null, quote: '' }).state).toBe('kept');
  });
});

/** Paragraphs of words that occur only once, so that it is plain which ones are meant. */
const words = fc.integer({ min: 6, max: 14 });
const original = fc
  .array(words, { minLength: 2, maxLength: 6 })
  .map((lengths) => lengths.map((length, p) => Array.from({ length }, (_, w) => `đoạn${p}từ${w}`)));

/** One edit that leaves the pinned words alone: `at` says where, of what the edit is about. */
const edit = fc.record({
  kind: fc.constantFrom('insertWord', 'removeWord', 'insertParagraph', 'removeParagraph', 'moveParagraph'),
  at: fc.nat(1_000),
  to: fc.nat(1_000),
});

type Held = { words: string; isPinned: boolean };

function apply(paragraphs: Held[][], { kind, at, to }: { kind: string; at: number; to: number }): Held[][] {
  const p = at % paragraphs.length;
  const result = paragraphs.map((one) => [...one]);
  const here = result[p] ?? [];
  const w = to % Math.max(1, here.length);
  switch (kind) {
    case 'insertWord':
      here.splice(w, 0, { words: `thêm${at}x${to}`, isPinned: false });
      return result;
    case 'removeWord':
      if (here.length > 5 && !here[w]?.isPinned) here.splice(w, 1);
      return result;
    case 'insertParagraph':
      result.splice(p, 0, [
        { words: `mới${at} hoàn toàn${to} khác${at}`, isPinned: false },
        { words: `nữa${to}`, isPinned: false },
      ]);
      return result;
    case 'removeParagraph':
      return here.some(({ isPinned }) => isPinned) ? result : result.toSpliced(p, 1);
    default: {
      const [moved] = result.splice(p, 1);
      if (moved) result.splice(to % (result.length + 1), 0, moved);
      return result;
    }
  }
}

const shown = (paragraphs: readonly Held[][]) =>
  fields(paragraphs.map((one) => paragraph(one.map((held) => held.words).join(' '))));

test('random edits around a pin of several words keep it on them', () => {
  fc.assert(
    fc.property(
      original,
      fc.nat(1_000),
      fc.nat(1_000),
      fc.integer({ min: 3, max: 5 }),
      fc.array(edit, { maxLength: 4 }),
      (lengths, p, w, count, edits) => {
        const p0 = p % lengths.length;
        const own = lengths[p0] ?? [];
        const from = w % (own.length - count + 1);
        const quote = own.slice(from, from + count).join(' ');
        const start = lengths.map((one, i): Held[] =>
          i === p0
            ? [
                ...one.slice(0, from).map((word) => ({ words: word, isPinned: false })),
                { words: quote, isPinned: true },
                ...one.slice(from + count).map((word) => ({ words: word, isPinned: false })),
              ]
            : one.map((word) => ({ words: word, isPinned: false })),
        );
        const before = shown(start);
        const after = shown(edits.reduce(apply, start));
        const standing = follower(before, after)(pinned(before, quote));
        expect(standing.state).toBe('kept');
        expect(wordsAt(after, standing.place)).toBe(quote);
      },
    ),
    { numRuns: 400 },
  );
});

/** Few different words, so that they recur. */
const anyText = fc.array(
  fc
    .array(fc.constantFrom('Đảng', 'ủy', 'xã', 'giao', 'chi bộ', 'báo cáo'), { maxLength: 9 })
    .map((w) => w.join(' ')),
  { maxLength: 6 },
);

test('between any two texts a pin always stands somewhere, and is only called kept where its words are', () => {
  fc.assert(
    fc.property(anyText, anyText, fc.nat(100), fc.nat(100), fc.nat(100), (a, b, p, x, y) => {
      fc.pre(a.length > 0);
      const [before, after] = [fields(a.map(paragraph)), fields(b.map(paragraph))];
      const index = p % a.length;
      const length = a[index]?.length ?? 0;
      fc.pre(length > 0);
      const from = x % length;
      const to = from + 1 + (y % (length - from));
      const quote = a[index]?.slice(from, to) ?? '';
      const standing = follower(before, after)({ field: 'body', place: { index, part: 0, from, to }, quote });
      expect(standing.place).not.toBeNull();
      if (standing.state === 'kept') expect(wordsAt(after, standing.place)).toBe(quote);
      if (standing.state === 'removed') expect(standing.place?.index).toBeLessThanOrEqual(b.length);
      else expect(standing.place?.index).toBeLessThan(b.length);
      if (!b.some((one) => one.includes(quote))) expect(standing.state).not.toBe('kept');
    }),
    { numRuns: 600 },
  );
});
