import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changesByDocument,
  type Effective,
  isHolding,
  stateOn,
} from '#shared/features/documents/in-force.ts';
import type { Relation } from '#shared/features/documents/records.ts';

function numbered(id: string, date: string, changes: Partial<Effective> = {}): Effective {
  return {
    id,
    type: 'NQ',
    code: `${id}-NQ/ĐU`,
    isVoided: false,
    date,
    effectiveFrom: null,
    relations: [],
    ...changes,
  };
}

const does = (kind: Relation['kind'], documentId: string, part = ''): Pick<Effective, 'relations'> => ({
  relations: [{ kind, documentId, part }],
});

/** How `id` stands on that day among these. */
function state(documents: readonly Effective[], id: string, on: string) {
  const document = documents.find((one) => one.id === id);
  return document && stateOn(document, changesByDocument(documents).get(id) ?? [], on);
}

const first = numbered('1', '2021-01-10');

describe('a document', () => {
  test('holds from its own day, or from the day that it names', () => {
    expect(state([first], '1', '2021-01-09')).toBe('notYet');
    expect(state([first], '1', '2021-01-10')).toBe('inForce');
    const later = { ...first, effectiveFrom: '2021-03-01' };
    expect(state([later], '1', '2021-02-28')).toBe('notYet');
    expect(state([later], '1', '2021-03-01')).toBe('inForce');
  });

  test.each([
    ['amends', 'amended'],
    ['replaces', 'replaced'],
    ['repeals', 'repealed'],
  ] as const)('that another %s is %s from the first day of the other', (kind, after) => {
    const both = [first, numbered('2', '2022-01-01', { effectiveFrom: '2022-02-01', ...does(kind, '1') })];
    expect(state(both, '1', '2022-01-31')).toBe('inForce');
    expect(state(both, '1', '2022-02-01')).toBe(after);
  });

  test('of which a part is repealed holds in the rest', () => {
    const both = [first, numbered('2', '2022-01-01', does('repeals', '1', 'khoản 2 mục I'))];
    expect(state(both, '1', '2022-01-01')).toBe('amended');
    expect(isHolding('amended')).toBe(true);
  });

  test('comes back when the later one is voided, not when that one is repealed in turn', () => {
    const second = numbered('2', '2022-01-01', does('replaces', '1'));
    expect(state([first, { ...second, isVoided: true }], '1', '2023-01-01')).toBe('inForce');
    const third = numbered('3', '2023-01-01', does('repeals', '2'));
    expect(state([first, second, third], '1', '2024-01-01')).toBe('replaced');
    expect(state([first, second, third], '2', '2024-01-01')).toBe('repealed');
  });

  test('is not touched by one that was repealed before its first day', () => {
    const never = numbered('2', '2022-01-01', { effectiveFrom: '2022-06-01', ...does('replaces', '1') });
    const third = numbered('3', '2022-02-01', does('repeals', '2'));
    expect(state([first, never, third], '1', '2023-01-01')).toBe('inForce');
    expect(state([first, never, third], '2', '2023-01-01')).toBe('repealed');
    // Unless the repeal itself was voided.
    expect(state([first, never, { ...third, isVoided: true }], '1', '2023-01-01')).toBe('replaced');
  });

  test('says what comes, in the order in which it begins', () => {
    const all = [
      first,
      numbered('3', '2023-01-01', does('repeals', '1')),
      numbered('2', '2022-01-01', does('amends', '1', 'điểm a')),
    ];
    expect(changesByDocument(all).get('1')).toEqual([
      { kind: 'amends', part: 'điểm a', from: '2022-01-01', documentId: '2', type: 'NQ', code: '2-NQ/ĐU' },
      { kind: 'repeals', part: '', from: '2023-01-01', documentId: '3', type: 'NQ', code: '3-NQ/ĐU' },
    ]);
  });

  test('that was voided never held', () => {
    expect(state([{ ...first, isVoided: true }], '1', '2024-01-01')).toBe('voided');
  });
});

const ids = ['1', '2', '3', '4'];
const someDay = fc.integer({ min: 1, max: 28 }).map((day) => `2021-02-${String(day).padStart(2, '0')}`);
const someDocuments = fc.tuple(
  ...ids.map((id) =>
    fc.record({
      id: fc.constant(id),
      type: fc.constant('NQ' as const),
      code: fc.constant(id),
      isVoided: fc.boolean(),
      date: someDay,
      effectiveFrom: fc.option(someDay),
      relations: fc.array(
        fc.record({
          kind: fc.constantFrom('amends' as const, 'replaces' as const, 'repeals' as const),
          documentId: fc.constantFrom(...ids),
          part: fc.constantFrom('', 'mục I'),
        }),
        { maxLength: 3 },
      ),
    }),
  ),
);

test('whatever documents do to each other, also in a circle: once ended, a document stays ended', () => {
  fc.assert(
    fc.property(someDocuments, fc.constantFrom(...ids), (documents, id) => {
      const days = Array.from({ length: 28 }, (_, i) => `2021-02-${String(i + 1).padStart(2, '0')}`);
      const states = days.map((day) => state(documents, id, day) ?? '');
      const ended = states.findIndex((one) => one === 'replaced' || one === 'repealed');
      if (ended >= 0) expect(new Set(states.slice(ended)).size).toBe(1);
      const begun = states.findIndex((one) => one !== 'notYet');
      if (begun >= 0) expect(states.slice(begun)).not.toContain('notYet');
    }),
  );
});
