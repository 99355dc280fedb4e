import { describe, expect, test } from 'vitest';
import { blankItem } from '#shared/features/conferences/blank.ts';
import { findingsIn } from '#shared/features/conferences/findings.ts';
import { bodyFromFindings } from '#shared/features/documents/from-findings.ts';
import { type Block, type Body, bodyText, type FindingKind } from '#shared/text-model/body.ts';

const ids = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const;

const marked = (text: string, kind: FindingKind, id: string = ids[0]) => ({
  type: 'text' as const,
  text,
  marks: [{ type: 'finding' as const, attrs: { id, kind } }],
});
const paragraph = (...content: NonNullable<Extract<Block, { type: 'paragraph' }>['content']>): Block => ({
  type: 'paragraph',
  content,
});
const doc = (...content: Block[]): Body => ({ type: 'doc', content });

describe('what is marked in a text', () => {
  test('keeps the clause that is cited in the middle of it, not one beside it', () => {
    const cited = {
      type: 'clauseRef' as const,
      attrs: { documentId: null, clauseId: ids[1], label: 'mục I Nghị quyết số 01-NQ/ĐU' },
    };
    const body = doc(paragraph(cited, marked('theo ', 'task'), cited, marked(', giao ngay', 'task'), cited));
    expect(findingsIn(body)).toEqual([
      { id: ids[0], kind: 'task', text: 'theo mục I Nghị quyết số 01-NQ/ĐU, giao ngay' },
    ]);
  });

  test('is one finding, whatever faces its words have and however many blocks they fill', () => {
    const bold = {
      ...marked('giao ', 'task'),
      marks: [{ type: 'bold' as const }, ...marked('', 'task').marks],
    };
    const body = doc(
      paragraph({ type: 'text', text: 'Chủ trì: ' }, bold, marked('Ủy ban  nhân dân', 'task')),
      {
        type: 'bulletList',
        content: [
          { type: 'listItem', content: [{ type: 'paragraph', content: [marked('trước tháng 6', 'task')] }] },
        ],
      },
      paragraph(marked('còn chậm', 'shortcoming', ids[1])),
    );
    expect(findingsIn(body)).toEqual([
      { id: ids[0], kind: 'task', text: 'giao Ủy ban nhân dân trước tháng 6' },
      { id: ids[1], kind: 'shortcoming', text: 'còn chậm' },
    ]);
  });
});

describe('the resolution from the minutes', () => {
  const item = (discussion: Body, conclusion = doc()) => ({
    ...blankItem('một'),
    id: 'i',
    discussion,
    conclusion,
  });

  test('has the marked words in their sections, each with its mark', () => {
    const body = bodyFromFindings({
      agenda: [
        item(
          doc(paragraph(marked('trồng 30 ha rừng', 'clause'))),
          doc(paragraph(marked('còn chậm', 'shortcoming', ids[1]))),
        ),
      ],
      conclusion: doc(),
    });
    expect(bodyText(body)).toBe('Tồn tại, hạn chế\nCòn chậm\nNhiệm vụ, giải pháp\nTrồng 30 ha rừng');
    expect(findingsIn(body).map(({ id }) => id)).toEqual([ids[1], ids[0]]);
  });

  test('is empty where nothing is marked', () => {
    expect(
      bodyText(
        bodyFromFindings({ agenda: [item(doc(paragraph({ type: 'text', text: 'x' })))], conclusion: doc() }),
      ),
    ).toBe('');
  });
});
