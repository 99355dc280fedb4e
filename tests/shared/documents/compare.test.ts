import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyComparison } from '#shared/features/documents/compare/apply.ts';
import { compareDocuments, countChanges } from '#shared/features/documents/compare/compare-documents.ts';
import { type DocumentFields, documentFields } from '#shared/features/documents/schema.ts';
import type { Block, Inline } from '#shared/text-model/body.ts';
import { canonical } from '#shared/text-model/compare/blocks.ts';
import type { Token, WordChange } from '#shared/text-model/compare/schema.ts';
import { documentInput } from '../../support/records.ts';

const fields = (content: Block[], changes: Partial<DocumentFields> = {}): DocumentFields => ({
  ...documentFields.parse(documentInput()),
  body: { type: 'doc', content },
  ...changes,
});
const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const said = (changes: readonly WordChange[]) =>
  changes.map(({ kind, content }) => `${kind}:${content.map(textOf).join('')}`);
const textOf = (token: Token) => (token.type === 'text' ? token.text : '¶');

describe('a comparison', () => {
  test('tells words that went and came, by whole words', () => {
    const { blocks } = compareDocuments(
      fields([paragraph('Giao Ủy ban nhân dân xã báo cáo trước ngày 20/11.')]),
      fields([paragraph('Giao Văn phòng Đảng ủy báo cáo trước ngày 25/11.')]),
    );
    expect(blocks).toHaveLength(1);
    const [change] = blocks;
    if (change?.kind !== 'changed' || change.detail.form !== 'text') throw new Error('not a change of words');
    expect(said(change.detail.words)).toEqual([
      'same:Giao ',
      'removed:Ủy ban nhân dân xã',
      'added:Văn phòng Đảng ủy',
      'same: báo cáo trước ngày ',
      'removed:20',
      'added:25',
      'same:/11.',
    ]);
  });

  test('recognises a clause that moved, and one that moved and changed', () => {
    const [a, b, c, d] = [
      paragraph('Tăng cường công tác kiểm tra, giám sát trong toàn Đảng bộ.'),
      paragraph('Phát triển kinh tế gắn với bảo vệ môi trường sinh thái.'),
      paragraph('Giữ vững quốc phòng, an ninh trên địa bàn xã.'),
      paragraph('Nâng cao chất lượng sinh hoạt chi bộ và đảng viên.'),
    ];
    if (!a || !b || !c || !d) throw new Error('unreachable');
    const moved = compareDocuments(fields([a, b, c, d]), fields([b, c, d, a])).blocks;
    expect(moved.map(({ kind }) => kind)).toEqual(['movedAway', 'same', 'same', 'same', 'movedHere']);
    const rewritten = paragraph('Tăng cường công tác kiểm tra, giám sát, kỷ luật trong toàn Đảng bộ.');
    const both = compareDocuments(fields([a, b, c, d]), fields([b, c, d, rewritten])).blocks;
    expect(both.at(-1)).toMatchObject({ kind: 'changed', move: 1, from: 0 });
  });

  test('goes through tables cell by cell and live blocks by what they refer to', () => {
    const table = (figure: string): Block => ({
      type: 'table',
      content: [
        ['Chỉ tiêu', 'Kế hoạch'],
        ['Diện tích cây mì', figure],
      ].map((row, i) => ({
        type: 'tableRow',
        content: row.map((text) => ({
          type: 'tableCell',
          attrs: { header: i === 0 },
          content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
        })),
      })),
    });
    const live = (period: string): Block => ({
      type: 'indicatorTable',
      attrs: { period, indicatorIds: [], caption: 'Một số chỉ tiêu' },
    });
    const [rows, refs] = compareDocuments(
      fields([table('150'), live('2025')]),
      fields([table('160'), live('2026')]),
    ).blocks;
    if (rows?.kind !== 'changed' || rows.detail.form !== 'lines') throw new Error('not a change of lines');
    expect(rows.detail.lines.map(({ kind }) => kind)).toEqual(['same', 'changed']);
    expect(said(rows.detail.lines[1]?.cells[1] ?? [])).toEqual(['removed:150', 'added:160', 'same:¶']);
    expect(refs).toMatchObject({ kind: 'changed', detail: { form: 'live' } });
  });

  test('tells fields: lines, lists and values', () => {
    const before = fields([]);
    const after = fields([], {
      subject: 'về nhiệm vụ năm 2023',
      bases: [...before.bases, 'Căn cứ Quy chế làm việc'],
      date: '2021-12-31',
    });
    expect(compareDocuments(before, after).fields.map(({ kind, field }) => `${kind} ${field}`)).toEqual([
      'value date',
      'line subject',
      'list bases',
    ]);
    expect(countChanges(compareDocuments(before, before))).toBe(0);
  });
});

const word = fc.constantFrom(
  ...'Đảng ủy xã giao chi bộ thực hiện chỉ tiêu 106,67 % , . năm 2026 (mới)'.split(' '),
);
const marks = fc.constantFrom<Inline & { type: 'text' }>(
  { type: 'text', text: '' },
  { type: 'text', text: '', marks: [{ type: 'bold' }] },
);
const inline: fc.Arbitrary<Inline> = fc
  .oneof(
    { weight: 6, arbitrary: fc.tuple(fc.array(word, { minLength: 1, maxLength: 8 }), marks) },
    { weight: 1, arbitrary: fc.constant(null) },
  )
  .map((made) =>
    made === null ? { type: 'hardBreak' as const } : { ...made[1], text: `${made[0].join(' ')} ` },
  );
const content = fc.array(inline, { maxLength: 3 });
const para = content.map((nodes) => ({ type: 'paragraph' as const, content: nodes }));
const cells = (columns: number) =>
  fc.array(
    fc.record({
      type: fc.constant('tableCell' as const),
      attrs: fc.record({ header: fc.boolean() }),
      content: fc.array(para, { minLength: 1, maxLength: 2 }),
    }),
    { minLength: columns, maxLength: columns },
  );
const table = fc.integer({ min: 1, max: 3 }).chain((columns) =>
  fc.array(
    cells(columns).map((row) => ({ type: 'tableRow' as const, content: row })),
    { minLength: 1, maxLength: 4 },
  ),
);
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: para },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(1, 2, 3), content)
      .map(([level, nodes]): Block => ({ type: 'heading', attrs: { level }, content: nodes })),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(
        fc.array(para, { minLength: 1, maxLength: 2 }).map((paragraphs) => ({
          type: 'listItem' as const,
          content: paragraphs,
        })),
        { minLength: 1, maxLength: 4 },
      )
      .map((items): Block => ({ type: 'bulletList', content: items })),
  },
  { weight: 1, arbitrary: table.map((rows): Block => ({ type: 'table', content: rows })) },
  {
    weight: 1,
    arbitrary: fc.string({ maxLength: 5 }).map(
      (caption): Block => ({
        type: 'indicatorTable',
        attrs: { period: '2026', indicatorIds: [], caption },
      }),
    ),
  },
);

const lines = fc.array(
  fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
  { maxLength: 4 },
);

/** Two versions that share much: blocks of one pool, in any order, some of them new. */
const versions = fc.array(block, { minLength: 1, maxLength: 10 }).chain((pool) => {
  const version = fc.record({
    content: fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pool) }, block), { maxLength: 12 }),
    bases: lines,
    recipients: lines,
    subject: lines.map((all) => all.join(' ') || 'về'),
  });
  return fc.tuple(version, version);
});

test('applied to the old version it gives the new one', () => {
  fc.assert(
    fc.property(versions, ([a, b]) => {
      const [before, after] = [a, b].map(({ content: blocks, ...changes }) => fields(blocks, changes));
      if (!before || !after) throw new Error('unreachable');
      const applied = applyComparison(before, compareDocuments(before, after));
      expect(canonical(applied)).toEqual(canonical(after));
    }),
    { numRuns: 400 },
  );
});
