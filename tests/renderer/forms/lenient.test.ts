import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readLeniently } from '#renderer/lib/forms/lenient.ts';
import { readerOf } from '#renderer/lib/forms/read-form.ts';
import { bodySchema } from '#shared/text-model/body.ts';

const schema = z.strictObject({
  title: z.string().max(5),
  kind: z.enum(['a', 'b']),
  count: z.int().nullable(),
  isOpen: z.boolean(),
  page: z.strictObject({ left: z.number(), right: z.number(), caps: z.boolean().optional() }),
  people: z
    .array(z.strictObject({ name: z.string(), votes: z.union([z.number(), z.string(), z.null()]) }))
    .min(1),
  body: bodySchema,
});
type Values = z.infer<typeof schema>;

const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const text = (words: string, ...marks: object[]) => ({
  type: 'text',
  text: words,
  ...(marks[0] && { marks }),
});
const body = (...content: object[]) => ({ type: 'doc', content });

const record = schema.parse({
  ...{ title: 'một', kind: 'a', count: 1, isOpen: true, page: { left: 30, right: 20 } },
  ...{ people: [{ name: 'Rếp', votes: 3 }], body: body(paragraph(text('đã lưu'))) },
});
const read = (changes: object) => readLeniently<Values>(schema, { ...record, ...changes }, record);

describe('what is merely typed wrong', () => {
  it.each([
    ['too long', { title: 'dài hơn năm chữ' }],
    ['no number', { count: 'ba' }],
    ['no whole number', { count: 1.5 }],
    ['emptied', { title: null }],
    ['too few', { people: [] }],
  ])('stays as it is: %s', (_, changes) => {
    expect(read(changes)).toEqual({ form: { ...record, ...changes }, words: '' });
  });
});

describe('what the form has no place for', () => {
  it.each([
    ['a field that is gone', { remark: 'ghi chú' }, {}, 'ghi chú'],
    ['a choice that is gone', { kind: 'c' }, {}, 'c'],
    ['a list where a line is now', { title: ['một', 'hai'] }, {}, 'một\nhai'],
    ['a line where a list is now', { people: 'Rếp\nTuyết' }, {}, 'Rếp\nTuyết'],
    ['a word where a tick is now', { isOpen: 'mở' }, {}, 'mở'],
    ['a part of a field', { page: { left: 10, right: 5, gutter: 7 } }, { page: { left: 10, right: 5 } }, '7'],
    [
      'a field of what stands in a list',
      { people: [{ name: 'A', votes: 1, title: 'TA' }] },
      { people: [{ name: 'A', votes: 1 }] },
      'TA',
    ],
  ])('is taken out, and its words are kept: %s', (_, changes, now, words) => {
    expect(read(changes)).toEqual({ form: { ...record, ...now }, words });
  });

  it('takes along what stands in a list and is not whole without it', () => {
    const people = [{ name: 'Tuyết', votes: 1 }, { name: 'Rếp' }, { votes: 2, name: 'Nhô' }];
    expect(read({ people })).toEqual({
      form: { ...record, people: [people[0], people[2]] },
      words: 'Rếp',
    });
  });

  it('is everything, where the value is none', () => {
    expect(readLeniently(schema, 'chữ', record)).toEqual({ form: null, words: 'chữ' });
    expect(readLeniently(schema, null, record)).toEqual({ form: null, words: '' });
  });
});

describe('what is missing', () => {
  it('is as in the record', () => {
    expect(readLeniently<Values>(schema, { title: 'hai' }, record).form).toEqual({ ...record, title: 'hai' });
    expect(read({ page: { right: 5 } }).form?.page).toEqual({ left: 30, right: 5 });
  });

  it('may be missing, where the schema says so', () => {
    const heavy = { ...record, page: { ...record.page, caps: true } };
    expect(readLeniently<Values>(schema, record, heavy).form?.page).toEqual(record.page);
  });
});

describe('a text of another version', () => {
  const withBody = (...content: object[]) => {
    const { form, words } = read({ body: body(...content) });
    return { content: form?.body.content, words };
  };

  it('loses a mark that is unknown, not the words under it', () => {
    const marked = paragraph(text('một', { type: 'bold' }, { type: 'underline' }), text(' hai'));
    const plain = paragraph(text('một', { type: 'bold' }), text(' hai'));
    expect(withBody(marked)).toEqual({ content: [plain], words: '' });
  });

  it('keeps the words of what is unknown in it', () => {
    const footnote = { type: 'footnote', attrs: { id: 'x y' }, content: [text('ghi '), text('chú')] };
    const quote = { type: 'quote', content: [paragraph(text('trích')), paragraph(text('dẫn'))] };
    expect(withBody(quote, paragraph(text('một'), footnote), quote)).toEqual({
      content: [paragraph(text('một'))],
      words: 'trích\ndẫn\nx y\nghi chú\ntrích\ndẫn',
    });
  });

  it('has no list without lines; without anything left it is the text of the record', () => {
    const list = { type: 'bulletList', content: [{ type: 'task', content: [paragraph(text('việc'))] }] };
    expect(withBody(list, paragraph(text('một')))).toEqual({
      content: [paragraph(text('một'))],
      words: 'việc',
    });
    expect(withBody(list)).toEqual({ content: record.body.content, words: 'việc' });
  });
});

describe('an upgrade', () => {
  const renamed = z.strictObject({ title: z.string() });
  const upgrades = [
    ({ head, ...form }: Record<string, unknown>) => (head === undefined ? form : { ...form, caption: head }),
    ({ caption, ...form }: Record<string, unknown>) =>
      caption === undefined ? form : { ...form, title: caption },
  ];
  const readOld = readerOf({ schema: renamed, upgrades }, () => ({ title: 'đã lưu' }));

  it('follows those before it, from the shape in which it was written', () => {
    expect(readOld({ head: 'một' }, 0)).toEqual({ form: { title: 'một' }, words: '' });
    expect(readOld({ caption: 'một' }, 1)).toEqual({ form: { title: 'một' }, words: '' });
    expect(readOld({ caption: 'một' }, 2)).toEqual({ form: { title: 'đã lưu' }, words: 'một' });
    expect(readOld({ title: 'một' }, 9)).toEqual({ form: { title: 'một' }, words: '' });
  });

  it('that has a fault costs no words', () => {
    const broken = readerOf({ schema: renamed, upgrades: [() => expect.fail('broken')] }, () => ({
      title: 'đã lưu',
    }));
    expect(broken({ title: 'một' }, 0)).toEqual({ form: null, words: 'một' });
  });
});
