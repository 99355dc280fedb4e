import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { storedAs } from '#shared/stored.ts';
import { type Body, bodyFromLines, bodySchema } from '#shared/text-model/body.ts';
import { blocksOf, placesOf, storedBody } from '#shared/text-model/stored-body.ts';
import { anyValueOf } from '../support/any-value.ts';

const where = () => ({ name: 'Nghị quyết 05-NQ/ĐU', field: 'journal.field.body' });
const refused = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, ...error.detail };
    throw error;
  }
  throw new Error('was read');
};
const damaged = { code: 'CONTENT_DAMAGED', params: where() };

/** Weights that were kilograms once, then had a unit, and then a place. */
const first = storedAs(z.strictObject({ weight: z.number() }));
const second = first.next(z.strictObject({ weight: z.number(), unit: z.enum(['kg', 't']) }), {
  upgrade: ({ weight }) => ({ weight, unit: 'kg' as const }),
});
const third = second.next(z.strictObject({ weight: z.number(), unit: z.enum(['kg', 't']), at: z.string() }), {
  upgrade: (before) => ({ ...before, at: '' }),
});

describe('a stored value', () => {
  test('of the first form is stored bare, and stays the same bytes', () => {
    const text = '{"weight":3}';
    expect(first.read(text, where)).toEqual({ weight: 3 });
    expect(first.write({ weight: 3 })).toBe(text);
  });

  test('of a later form carries its number', () => {
    expect(second.write({ weight: 3, unit: 't' })).toBe('{"version":2,"value":{"weight":3,"unit":"t"}}');
    expect(second.read('{"version":2,"value":{"weight":3,"unit":"t"}}', where)).toEqual({
      weight: 3,
      unit: 't',
    });
  });

  test('of an older form goes through every step', () => {
    expect(third.read('{"weight":3}', where)).toEqual({ weight: 3, unit: 'kg', at: '' });
    const text = '{"version":2,"value":{"weight":3,"unit":"t"}}';
    expect(third.read(text, where)).toEqual({ weight: 3, unit: 't', at: '' });
  });

  test.each([
    ['cut off', '{"version":3,"value":{"wei'],
    ['of another shape', '{"weight":"3"}'],
    ['of another choice', '{"version":2,"value":{"weight":3,"unit":"lb"}}'],
    ['with more than its form has', '{"weight":3,"unit":"kg"}'],
    ['of a later form than this program knows', '{"version":4,"value":{"weight":3}}'],
    ['nothing', 'null'],
    ['empty', ''],
  ])('that is %s is told with the name of its record', (_, text) => {
    expect(refused(() => third.read(text, where))).toEqual(damaged);
  });

  test('without a name is told as such', () => {
    const nameless = () => ({ name: '', field: 'journal.field.body' });
    expect(refused(() => first.read('?', nameless))).toMatchObject({
      code: 'CONTENT_DAMAGED',
      reason: 'unnamed',
    });
  });

  test('that a step makes into something else than its form is no value', () => {
    const wrong = first.next(z.strictObject({ weight: z.number().max(10) }), { upgrade: (before) => before });
    expect(wrong.read('{"weight":3}', where)).toEqual({ weight: 3 });
    expect(refused(() => wrong.read('{"weight":30}', where))).toEqual(damaged);
  });

  test('of a form that was written bare is known by its schema, the newest first', () => {
    const named = first.next(z.strictObject({ weight: z.number(), name: z.string() }), {
      upgrade: (before) => ({ ...before, name: '?' }),
      isBare: true,
    });
    expect(named.read('{"weight":3,"name":"a"}', where)).toEqual({ weight: 3, name: 'a' });
    expect(named.read('{"weight":3}', where)).toEqual({ weight: 3, name: '?' });
    expect(named.write({ weight: 3, name: 'a' })).toBe('{"weight":3,"name":"a"}');
  });

  test('that was sound once is not looked at again; another one is', () => {
    let looks = 0;
    const counted = storedAs(z.array(z.string()).refine(() => ++looks > 0));
    const long = (letter: string) => JSON.stringify(Array.from({ length: 100 }, () => letter.repeat(9)));
    for (const text of [long('a'), long('a'), long('b'), long('a')]) counted.read(text, where);
    expect(looks).toBe(2);
    expect(refused(() => counted.read(`${long('a')}]`, where))).toEqual(damaged);
  });
});

describe('a later form of texts', () => {
  const bodies = anyValueOf(bodySchema).map((value) => bodySchema.parse(value));
  /** As if today's texts had become nodes with other names and more to say. */
  const renamed = z.looseObject({ type: z.literal('text body'), content: z.array(z.unknown()) });
  const rename = (body: Body) => ({ ...body, type: 'text body' as const, language: 'vi' });

  test('may say things otherwise', () => {
    const later = storedBody.next(renamed, { upgrade: rename });
    fc.assert(
      fc.property(bodies, (body) => {
        expect(later.read(storedBody.write(body), where)).toEqual(rename(body));
      }),
    );
  });

  const text = bodyFromLines(['Nâng cao năng lực.', '', 'Giữ vững an ninh.']);
  test.each([
    ['a block less', (body: Body) => ({ ...body, content: body.content.slice(1) })],
    ['a block more', (body: Body) => ({ ...body, content: [...body.content, { type: 'paragraph' }] })],
    ['blocks in another order', (body: Body) => ({ ...body, content: body.content.toReversed() })],
    ['another letter', (body: Body) => JSON.parse(JSON.stringify(body).replace('Nâng', 'Tăng')) as unknown],
    ['a letter less', (body: Body) => JSON.parse(JSON.stringify(body).replace('ninh.', 'ninh')) as unknown],
    [
      'two paragraphs as one block',
      ({ content, ...body }: Body) => ({ ...body, content: [{ type: 'list', content }] }),
    ],
  ])('with %s is refused: opinions are pinned to them', (_, change) => {
    const later = storedBody.next(z.unknown(), { upgrade: change });
    expect(() => later.read(storedBody.write(text), where)).toThrow('changes what has to stay');
  });

  test('has the places of any text in itself', () => {
    const lines = bodyFromLines(['ab', '']);
    const bullet: Body = {
      type: 'doc',
      content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] }],
    };
    expect(
      new Set([lines, bodyFromLines(['a', 'b']), bodyFromLines(['ab']), bullet].map(placesOf)).size,
    ).toBe(4);
  });

  test('is read by the history as well', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        expect(blocksOf(storedBody.write(body))).toEqual(body.content);
      }),
    );
  });
});
