import { expect, test } from 'vitest';
import { changeOf } from '#renderer/features/documents/compare/compare-start.ts';
import { neighbour, shownParts, shownQuote } from '#renderer/features/reviews/shown-opinions.ts';
import type { Opinion } from '#shared/features/reviews/schema.ts';
import type { Block } from '#shared/text-model/body.ts';
import { compareBlocks } from '#shared/text-model/compare/blocks.ts';

const said = { at: '2026-11-20T01:00:00.000Z', actorName: 'Văn thư' };
const opinion = (id: string, changes: Partial<Opinion> = {}): Opinion => ({
  id,
  kind: 'remark',
  text: id,
  proposed: null,
  field: 'body',
  place: { index: 0, part: 0, from: 0, to: null },
  quote: id,
  version: 'v1',
  ...said,
  draftRound: null,
  standing: { state: 'kept', place: { index: 0, part: 0, from: 0, to: 1 } },
  clause: '',
  replies: [],
  settled: null,
  isMine: false,
  maySettle: true,
  mayCorrect: false,
  ...changes,
});
const settled: Opinion['settled'] = {
  outcome: 'accepted',
  reason: '',
  ...said,
  version: 'v2',
  draftRound: 2,
};
const removed: Opinion['standing'] = { state: 'removed', place: { index: 1, part: 0, from: 0, to: 0 } };
const all = [
  opinion('a', { settled }),
  opinion('b', { standing: removed }),
  opinion('c'),
  opinion('d', { isMine: true }),
];
const ids = (filter: Parameters<typeof shownParts>[1]) =>
  shownParts(all, filter).map(({ part, opinions }) => `${part}: ${opinions.map(({ id }) => id).join(' ')}`);

test('what is open comes first, then what lost its paragraph, then what is settled', () => {
  expect(ids('all')).toEqual(['open: c d', 'removed: b', 'settled: a']);
  expect(ids('open')).toEqual(['open: c d', 'removed: b']);
  expect(ids('settled')).toEqual(['settled: a']);
  expect(ids('mine')).toEqual(['open: d']);
});

test('next and previous go round what is open', () => {
  const from = (current: string | null, step: 1 | -1) => neighbour(all, 'all', current, step)?.id;
  expect([from(null, 1), from('c', 1), from('d', 1), from('b', 1)]).toEqual(['c', 'd', 'b', 'c']);
  expect([from(null, -1), from('c', -1), from('a', 1)]).toEqual(['b', 'b', 'c']);
  expect(neighbour(all, 'settled', null, 1)?.id).toBe('a');
  expect(neighbour([], 'all', null, 1)).toBeNull();
});

test('a long quote is cut, and what is no text is a gap', () => {
  expect(shownQuote('theo \ufffc và\nkhác', 40)).toBe('theo … và khác');
  expect(shownQuote('một hai ba', 7)).toBe('một hai…');
});

test('the place of a block of the old text in a comparison, moved ones at the place that they left', () => {
  const block = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
  const [a, b, c] = [
    'Đoạn thứ nhất có nhiều chữ',
    'Phần hai nói việc khác hẳn',
    'Ba là giữ vững an ninh xã',
  ].map(block);
  if (!a || !b || !c) throw new Error('unreachable');
  const blocks = compareBlocks([a, b, c], [block('Câu mới'), b, a]);
  const at = (old: number) => blocks[changeOf(blocks, old)]?.kind;
  expect([at(0), at(1), at(2), at(9)]).toEqual(['movedAway', 'same', 'removed', undefined]);
});
