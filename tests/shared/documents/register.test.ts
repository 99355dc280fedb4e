import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Registered,
  type RegisterRow,
  registerCounters,
  registerRows,
} from '#shared/features/documents/register.ts';
import { registerCells } from '#shared/features/documents/register-text.ts';
import { translate } from '#shared/i18n/translate.ts';

function entry(number: number, date: string, changes: Partial<Registered> = {}): Registered {
  return {
    kind: 'entry',
    of: 'document',
    id: `${changes.counter ?? 'ĐU/NQ'} ${number}`,
    counter: 'ĐU/NQ',
    number,
    code: `${String(number).padStart(2, '0')}-NQ/ĐU`,
    date,
    issuer: 'committee',
    type: 'NQ',
    subject: 'về việc',
    signerName: '',
    recipients: [],
    copies: null,
    voidReason: null,
    isFromPaper: false,
    changes: [],
    ...changes,
  };
}

const whole = { year: null, counter: null, order: 'number' } as const;
const shown = (rows: readonly RegisterRow[]) => rows.map(({ kind, code }) => `${kind} ${code}`);
const conclusion = (number: number, date: string) =>
  entry(number, date, { counter: 'ĐU/KL', type: 'KL', code: `0${number}-KL/ĐU` });

describe('the register', () => {
  test('says which numbers are missing, also before the first', () => {
    const rows = registerRows(
      [entry(15, '2021-05-01'), entry(12, '2021-02-01'), entry(13, '2021-03-01')],
      whole,
    );
    expect(shown(rows)).toEqual([
      'gap 01 - 11-NQ/ĐU',
      'entry 12-NQ/ĐU',
      'entry 13-NQ/ĐU',
      'gap 14-NQ/ĐU',
      'entry 15-NQ/ĐU',
    ]);
  });

  test('goes counter by counter, or day by day', () => {
    const all = [conclusion(1, '2021-01-05'), entry(2, '2021-02-01'), entry(1, '2021-01-10')];
    expect(shown(registerRows(all, whole))).toEqual(['entry 01-NQ/ĐU', 'entry 02-NQ/ĐU', 'entry 01-KL/ĐU']);
    expect(shown(registerRows(all, { ...whole, order: 'date' }))).toEqual([
      'entry 01-KL/ĐU',
      'entry 01-NQ/ĐU',
      'entry 02-NQ/ĐU',
    ]);
    expect(shown(registerRows(all, { ...whole, counter: 'ĐU/KL' }))).toEqual(['entry 01-KL/ĐU']);
  });

  test('of one year keeps the gaps that touch it, and counts from the whole term', () => {
    const all = [
      entry(1, '2020-12-01'),
      entry(3, '2021-02-01'),
      entry(4, '2022-02-01'),
      entry(6, '2022-03-01'),
    ];
    expect(shown(registerRows(all, { ...whole, year: '2021' }))).toEqual(['gap 02-NQ/ĐU', 'entry 03-NQ/ĐU']);
    expect(shown(registerRows(all, { ...whole, year: '2020' }))).toEqual(['entry 01-NQ/ĐU', 'gap 02-NQ/ĐU']);
    expect(shown(registerRows(all, { ...whole, year: '2019' }))).toEqual([]);
  });

  test('marks a number that is dated before a smaller one', () => {
    const rows = registerRows(
      [entry(1, '2021-03-01'), entry(2, '2021-02-01'), entry(3, '2021-03-01')],
      whole,
    );
    expect(rows.map((row) => row.kind === 'entry' && row.laterBefore)).toEqual([
      null,
      { code: '01-NQ/ĐU', date: '2021-03-01' },
      null,
    ]);
  });

  test('names its counters as an office does', () => {
    const congress = { counter: 'ĐH', issuer: 'congress' } as const;
    const counters = registerCounters([
      entry(1, '2026-01-01', {
        counter: 'UBND/QĐ/2026',
        issuer: 'government',
        type: 'QĐ',
        code: '01/QĐ-UBND',
      }),
      entry(1, '2021-01-01', { ...congress, code: '01-NQ/ĐH' }),
      entry(2, '2021-01-01', { ...congress, type: 'BC', code: '02-BC/ĐH' }),
      conclusion(1, '2021-01-01'),
      entry(1, '2021-01-01'),
    ]);
    expect(counters.map(({ label }) => label)).toEqual([
      'Nghị quyết (NQ/ĐU)',
      'Kết luận (KL/ĐU)',
      'Nghị quyết, Báo cáo (ĐH)',
      'Quyết định (QĐ-UBND) năm 2026',
    ]);
  });

  test('says in its notes what became of a number', () => {
    const change = {
      kind: 'replaces',
      part: '',
      from: '2027-01-05',
      documentId: 'x',
      type: 'NQ',
      code: '12-NQ/ĐU',
    } as const;
    const [row] = registerRows(
      [entry(1, '2021-01-01', { voidReason: 'trùng số', isFromPaper: true, changes: [change] })],
      whole,
    );
    expect(row && registerCells(row, (id, params) => translate('vi', id, params)).notes).toEqual([
      'Hủy số: trùng số',
      'Sổ giấy',
      'Bị thay thế bởi Nghị quyết 12-NQ/ĐU từ 05/01/2027',
    ]);
  });
});

const someEntries = fc
  .uniqueArray(
    fc.record({
      counter: fc.constantFrom('ĐU/NQ', 'ĐU/KL', 'ĐH'),
      number: fc.integer({ min: 1, max: 60 }),
      date: fc
        .integer({ min: 0, max: 2000 })
        .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
    }),
    { selector: ({ counter, number }) => `${counter} ${number}`, maxLength: 80 },
  )
  .map((all) => all.map(({ counter, number, date }) => entry(number, date, { counter })));
const orders = fc.constantFrom('number' as const, 'date' as const);

/** The numbers of a counter that the rows tell of, each as often as they do. */
function numbersIn(rows: readonly RegisterRow[], counter: string): number[] {
  return rows
    .filter((row) => row.counter === counter)
    .flatMap((row) =>
      row.kind === 'entry'
        ? [row.number]
        : Array.from({ length: row.to - row.from + 1 }, (_, i) => row.from + i),
    )
    .sort((a, b) => a - b);
}

test('every number up to the largest of its counter stands in exactly one row, in either order', () => {
  fc.assert(
    fc.property(someEntries, orders, (entries, order) => {
      const rows = registerRows(entries, { ...whole, order });
      for (const { counter } of registerCounters(entries)) {
        const last = Math.max(...entries.filter((one) => one.counter === counter).map((one) => one.number));
        expect(numbersIn(rows, counter)).toEqual(Array.from({ length: last }, (_, i) => i + 1));
      }
      expect(rows.filter((row) => row.kind === 'entry')).toHaveLength(entries.length);
      const days = rows.flatMap((row) => (row.kind === 'entry' ? row.date : []));
      if (order === 'date') expect(days).toEqual(days.toSorted());
    }),
  );
});

test('the years of a register together tell everything that the whole tells', () => {
  fc.assert(
    fc.property(someEntries, orders, (entries, order) => {
      const all = new Set(
        registerRows(entries, { ...whole, order }).map((row) => `${row.counter} ${row.code}`),
      );
      const years = new Set(entries.map(({ date }) => date.slice(0, 4)));
      const parts = [...years].flatMap((year) => registerRows(entries, { ...whole, order, year }));
      expect(new Set(parts.map((row) => `${row.counter} ${row.code}`))).toEqual(all);
    }),
  );
});
