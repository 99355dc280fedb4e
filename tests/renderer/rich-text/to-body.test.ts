import { getSchema, type JSONContent } from '@tiptap/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { richTextExtensions } from '#renderer/ui/rich-text/extensions.ts';
import { toBody } from '#renderer/ui/rich-text/to-body.ts';
import { type Block, type Body, bodySchema, bodyText } from '#shared/text-model/body.ts';

const word = fc.oneof(
  fc.constantFrom('Đảng ủy', 'nghị quyết', 'thực hiện', 'Hoà Bình', 'đạt 106,67%', '👍', ' '),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
);
const markName = fc.constantFrom('bold', 'italic', 'underline', 'link');
const marks = fc.array(
  fc.record({
    type: markName,
    attrs: fc.option(fc.dictionary(fc.string(), fc.string()), { nil: undefined }),
  }),
  { maxLength: 3 },
);
const anyAttrs = fc.option(
  fc.record({
    level: fc.oneof(fc.integer({ min: -2, max: 9 }), fc.constant(null), fc.constant('2')),
    textAlign: fc.constantFrom('left', null),
  }),
  { nil: undefined },
);

/** Whatever an editor may hand out: our nodes and strange ones, with attributes that the model lacks. */
const editorJson: fc.Arbitrary<JSONContent> = fc
  .letrec<{ node: JSONContent }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.record({ type: fc.constant('text'), text: word, marks }),
      fc.record({ type: fc.constant('hardBreak'), marks }),
      fc.record({
        type: fc.constantFrom('paragraph', 'heading', 'bulletList', 'listItem', 'blockquote', 'orderedList'),
        attrs: anyAttrs,
        content: fc.option(fc.array(tie('node'), { maxLength: 4 }), { nil: undefined }),
      }),
    ),
  }))
  .node.map((node): JSONContent => ({ type: 'doc', content: [node] }));

function words(node: JSONContent): string {
  return node.text ?? (node.content ?? []).map(words).join('');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const dropped = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;
const letters = (text: string) =>
  text.toWellFormed().normalize('NFC').replace(dropped, '').replace(/\s+/gu, '');

/** A body as the schema has it, in the one form that `toBody` gives. */
const inlines = fc
  .array(
    fc.record({
      text: fc.constantFrom('Đảng ủy xã', ' đạt ', '100,46%', 'é', 'a\nb'),
      face: fc.constantFrom([], ['bold'], ['italic'], ['bold', 'italic']),
      isBreak: fc.boolean(),
    }),
    { maxLength: 4 },
  )
  .map((runs) =>
    runs.map(({ text, face, isBreak }) => ({
      ...(isBreak ? { type: 'hardBreak' } : { type: 'text', text }),
      ...(face.length > 0 && { marks: face.map((type) => ({ type })) }),
    })),
  );
const withContent = (node: object, content: unknown[]) => (content.length > 0 ? { ...node, content } : node);
const paragraph = inlines.map((content) => withContent({ type: 'paragraph' }, content));
const heading = fc
  .tuple(fc.integer({ min: 1, max: 3 }), inlines)
  .map(([level, content]) => withContent({ type: 'heading', attrs: { level } }, content));
const list = fc
  .array(
    fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((content) => ({ type: 'listItem', content })),
    { minLength: 1, maxLength: 3 },
  )
  .map((content) => ({ type: 'bulletList', content }));
const storedBody = fc
  .array(fc.oneof(paragraph, heading, list), { minLength: 1, maxLength: 6 })
  .map((content) => ({ type: 'doc', content }) as Body);

describe('toBody', () => {
  it('makes a body of whatever an editor holds, and loses no word', () => {
    fc.assert(
      fc.property(editorJson, (json) => {
        const body = toBody(json);
        expect(bodySchema.safeParse(body).error).toBeUndefined();
        expect(letters(words(body as JSONContent))).toBe(letters(words(json)));
      }),
      { numRuns: 500 },
    );
  });

  it('is the identity on what the store holds, through the real schema of the editor', () => {
    const schema = getSchema(richTextExtensions());
    fc.assert(
      fc.property(storedBody, (body) => {
        const doc = schema.nodeFromJSON(body);
        doc.check();
        const again = toBody(doc.toJSON());
        expect(bodySchema.parse(again)).toEqual(again);
        expect(bodyText(again)).toBe(bodyText(body));
        expect(toBody(schema.nodeFromJSON(again).toJSON())).toEqual(again);
      }),
      { numRuns: 500 },
    );
  });

  it('takes off what TipTap adds', () => {
    const json: JSONContent = {
      type: 'doc',
      attrs: { dir: null },
      content: [
        { type: 'paragraph', attrs: { textAlign: null } },
        {
          type: 'heading',
          attrs: { level: 2, id: null },
          content: [
            {
              type: 'text',
              text: 'Nghi\u0323 quye\u0302\u0301t',
              marks: [{ type: 'italic' }, { type: 'bold', attrs: {} }],
            },
          ],
        },
      ],
    };
    expect(toBody(json)).toEqual({
      type: 'doc',
      content: [
        { type: 'paragraph' },
        {
          type: 'heading',
          attrs: { level: 2 },
          content: [{ type: 'text', text: 'Nghị quyết', marks: [{ type: 'bold' }, { type: 'italic' }] }],
        },
      ],
    });
  });

  it('keeps an indicator table, and its references only', () => {
    const id = '0190f3a0-0000-7000-8000-000000000001';
    const attrs = { period: '2021', indicatorIds: [id], caption: 'Chỉ tiêu', width: 3 };
    expect(toBody({ type: 'doc', content: [{ type: 'indicatorTable', attrs }] }).content).toEqual([
      { type: 'indicatorTable', attrs: { period: '2021', indicatorIds: [id], caption: 'Chỉ tiêu' } },
    ] satisfies Block[]);
  });

  it('cuts an endless line where the schema asks for it, never within a letter', () => {
    const text = `${'a'.repeat(199_999)}😀${'b'.repeat(10)}`;
    const body = toBody({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
    expect(bodySchema.safeParse(body).success).toBe(true);
    expect(bodyText(body)).toBe(text);
  });
});
