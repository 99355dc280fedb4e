import { expect, test } from 'vitest';
import { type Body, bodySchema, bodyText } from '#shared/text-model/body.ts';
import { copyBody } from '#shared/text-model/copy-body.ts';

const uuid = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [clause, gone, finding, other, vote] = [1, 2, 3, 4, 5].map(uuid) as [
  string,
  string,
  string,
  string,
  string,
];

const earlier: Body = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1, id: clause }, content: [{ type: 'text', text: 'Kết quả' }] },
    {
      type: 'paragraph',
      content: [
        {
          type: 'text',
          text: 'Thống nhất.',
          marks: [{ type: 'bold' }, { type: 'finding', attrs: { id: finding, kind: 'conclusion' } }],
        },
        { type: 'clauseRef', attrs: { documentId: null, clauseId: clause, label: 'mục I' } },
        { type: 'clauseRef', attrs: { documentId: null, clauseId: gone, label: 'mục V' } },
        { type: 'clauseRef', attrs: { documentId: other, clauseId: clause, label: 'mục I' } },
        { type: 'liveText', attrs: { source: 'vote', refId: vote, seen: '13/13 tán thành' } },
      ],
    },
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            {
              type: 'paragraph',
              content: [
                {
                  type: 'text',
                  text: 'việc',
                  marks: [{ type: 'finding', attrs: { id: finding, kind: 'task' } }],
                },
              ],
            },
          ],
        },
      ],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            {
              type: 'tableCell',
              attrs: { header: true },
              content: [
                {
                  type: 'paragraph',
                  content: [{ type: 'clauseRef', attrs: { documentId: null, clauseId: clause, label: 'I' } }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

function copied(): { copy: Body; text: string } {
  let next = 100;
  const copy = copyBody(earlier, () => {
    next += 1;
    return uuid(next);
  });
  return { copy, text: JSON.stringify(copy) };
}

test('a copy shares no mark, heading or reference with the earlier text, and reads the same', () => {
  const { copy, text } = copied();
  expect(bodySchema.safeParse(copy).success).toBe(true);
  expect(bodyText(copy)).toBe(bodyText(earlier));
  for (const id of [gone, finding, vote]) expect(text).not.toContain(id);
  // Only the reference to another document still names the clause there.
  expect(text.split(clause)).toHaveLength(2);
  expect(text).toContain('"marks":[{"type":"bold"}]');
});

test('references within the copy follow its own headings', () => {
  const { copy, text } = copied();
  const [heading] = copy.content;
  const id = heading?.type === 'heading' ? heading.attrs.id : null;
  expect(id).toBe(uuid(101));
  expect(text.split(uuid(101))).toHaveLength(4);
});

test('the earlier text stays as it was', () => {
  const before = JSON.stringify(earlier);
  copied();
  expect(JSON.stringify(earlier)).toBe(before);
});
