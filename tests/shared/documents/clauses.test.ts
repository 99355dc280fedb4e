import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citingName } from '#shared/features/documents/citing.ts';
import { id } from '#shared/fields.ts';
import type { Block, Body } from '#shared/text-model/body.ts';
import {
  type ClauseLevel,
  chipsOf,
  clauseNumbering,
  clausesOf,
  mapChips,
  placeId,
} from '#shared/text-model/clauses.ts';

const heading = (level: 1 | 2 | 3, text: string, clauseId?: string): Block => ({
  type: 'heading',
  attrs: clauseId ? { level, id: clauseId } : { level },
  ...(text && { content: [{ type: 'text', text }] }),
});
const line = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const appendix: Block = { type: 'appendix', attrs: { title: 'Danh mục', isLandscape: false } };
const body = (...content: Block[]): Body => ({ type: 'doc', content });
const labels = (...content: Block[]) => clausesOf(body(...content)).map(({ label }) => label);
const numbers = (...levels: ClauseLevel[]) => levels.map(clauseNumbering());

describe('numbers of clauses', () => {
  it('count I- / 1. / a) and begin anew below a higher heading', () => {
    expect(numbers(1, 2, 2, 3, 3, 2, 3, 1, 2)).toEqual([
      'I- ',
      '1. ',
      '2. ',
      'a) ',
      'b) ',
      '3. ',
      'a) ',
      'II- ',
      '1. ',
    ]);
  });

  it('letter points in the Vietnamese alphabet', () => {
    const points = numbers(...Array<ClauseLevel>(25).fill(3));
    expect(points.map((number) => number.slice(0, -2))).toEqual([...'abcdđeghiklmnopqrstuvxy', 'aa', 'bb']);
  });
});

describe('clauses of a text', () => {
  it('are cited from the point up to the part', () => {
    expect(
      labels(
        heading(1, 'Kết quả'),
        heading(2, 'Kinh tế'),
        line('…'),
        heading(3, 'Trồng trọt'),
        heading(1, 'Nhiệm vụ'),
        heading(3, 'Ngay dưới mục'),
      ),
    ).toEqual(['mục I', 'khoản 1 mục I', 'điểm a khoản 1 mục I', 'mục II', 'điểm a mục II']);
    expect(labels(heading(2, 'Một'), heading(3, 'Hai'))).toEqual(['khoản 1', 'điểm a khoản 1']);
  });

  it('skip a heading without words, which is not printed', () => {
    expect(labels(heading(2, 'Một'), heading(2, ' '), heading(2, ''), heading(2, 'Hai'))).toEqual([
      'khoản 1',
      'khoản 2',
    ]);
  });

  it('count anew in an appendix, and say so', () => {
    expect(labels(heading(1, 'Một'), appendix, heading(1, 'Biểu'))).toEqual(['mục I', 'mục I Phụ lục']);
    expect(labels(appendix, heading(2, 'a'), appendix, heading(2, 'b'))).toEqual([
      'khoản 1 Phụ lục 1',
      'khoản 1 Phụ lục 2',
    ]);
  });

  it('a place is an id that the schema takes', () => {
    expect(id.parse(placeId(0))).not.toBe(placeId(1));
    expect(id.safeParse(placeId(19_999)).success).toBe(true);
  });

  it('moved around, stay what was cited: every citation finds the heading with its words', () => {
    const levels = fc.array(fc.constantFrom(1, 2, 3), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(levels, fc.array(fc.nat()), (found, moves) => {
        const blocks = found.map((level, n) => heading(level, `Điều khoản ${n}`, placeId(n)));
        for (const move of moves) {
          const [taken] = blocks.splice(move % blocks.length, 1);
          if (taken) blocks.splice((move * 7) % (blocks.length + 1), 0, taken);
        }
        const clauses = clausesOf(body(...blocks));
        for (const [n] of found.entries()) {
          const cited = clauses.find((clause) => clause.id === placeId(n));
          expect(cited?.title).toBe(`Điều khoản ${n}`);
        }
        // Two clauses are never cited alike, unless a level stands without the one above it.
        const inOrder = found.every((level, at) => level <= (found[at - 1] ?? 0) + 1);
        if (inOrder && moves.length === 0)
          expect(new Set(clauses.map(({ label }) => label)).size).toBe(clauses.length);
      }),
    );
  });
});

describe('the name of a cited document', () => {
  const cited = {
    type: 'NQ',
    issuer: 'committee',
    number: 12,
    code: '12-NQ/ĐU',
    date: '2026-09-05',
    subject: 'về phương hướng năm 2027',
  } as const;

  it('has a comma before the date for the Party, none for the state', () => {
    expect(citingName(cited)).toBe('Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026');
    expect(citingName({ ...cited, issuer: 'council', code: '17/NQ-HĐND', date: '2026-02-15' })).toBe(
      'Nghị quyết số 17/NQ-HĐND ngày 15/02/2026',
    );
  });

  it('is its type and subject while it has no number', () => {
    expect(citingName({ ...cited, number: null, date: null })).toBe('Nghị quyết về phương hướng năm 2027');
  });
});

describe('chips', () => {
  it('are found and changed wherever words can stand', () => {
    const chip = {
      type: 'clauseRef' as const,
      attrs: { documentId: null, clauseId: placeId(1), label: 'khoản 1' },
    };
    const paragraph = { type: 'paragraph' as const, content: [chip] };
    const text = body(
      paragraph,
      { type: 'heading', attrs: { level: 1 }, content: [chip] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableCell', attrs: { header: false }, content: [paragraph] }],
          },
        ],
      },
      appendix,
    );
    expect(chipsOf(text)).toHaveLength(4);
    const changed = mapChips(text, (one) =>
      one.type === 'clauseRef' ? { ...one, attrs: { ...one.attrs, label: 'khoản 2' } } : one,
    );
    expect(chipsOf(changed).map(({ attrs }) => 'label' in attrs && attrs.label)).toEqual(
      Array(4).fill('khoản 2'),
    );
    expect(mapChips(changed, () => chip)).toEqual(text);
  });
});
