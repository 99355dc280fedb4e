import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import {
  allFields,
  calledIn,
  type Field,
  type RecordDefinition,
  type Row,
  readFields,
} from '#shared/record.ts';
import { records } from '#shared/records.ts';
import storedValues from '../fixtures/stored-values.json' with { type: 'json' };
import { anyValueOf } from '../support/any-value.ts';

/*
 * The columns of every record that are more than words, read from rows as they should be and as they should not. A field
 * that is added comes into these tests by itself.
 */
const all: readonly RecordDefinition[] = records;
const fields = all.flatMap((record) =>
  allFields(record).map(([name, field]) => ({ at: `${record.table}.${field.column}`, record, name, field })),
);
const jsonFields = fields.filter(({ field }) => ['list', 'text', 'json', 'frozen'].includes(field.kind));

/** The schema without what it says of a value that is not there. */
function bare(schema: z.ZodType): z.ZodType {
  const isWrapped = schema instanceof z.ZodDefault || schema instanceof z.ZodNullable;
  const inner = isWrapped ? schema.unwrap() : null;
  return inner instanceof z.ZodType ? bare(inner) : schema;
}

/** Values that a column could hold and this one must not. */
function wrongFor({ kind, schema }: Field): (string | number)[] {
  if (['list', 'text', 'json', 'frozen'].includes(kind))
    return ['', '{"type":"doc","content":[{', 'null', '3', '["', '[{"text":4}]', '{"type":"body"}', 7];
  if (kind === 'flag') return [2, -1, 'true'];
  if (bare(schema) instanceof z.ZodEnum) return ['nonsense', '', 1];
  return bare(schema) instanceof z.ZodNumber ? ['1', 'one'] : [];
}

const checked = fields.filter(({ field }) => wrongFor(field).length > 0);

/** A row of the record, with something in every column. */
function rowOf(record: RecordDefinition): Record<string, string | number | null> {
  return Object.fromEntries(
    allFields(record).map(([, { column, schema, cell }]) => {
      const [value] = fc.sample(anyValueOf(bare(schema)), { numRuns: 1, seed: 1 });
      return [column, cell.write(value)];
    }),
  );
}

const readOne = ({ record, name }: (typeof fields)[number], row: Row) =>
  readFields(record, [name], row as Record<string, string | number | null>);

describe.each(checked)('$at', (one) => {
  const { record, field } = one;

  test('is read where it is as it should be', () => {
    expect(() => readOne(one, rowOf(record))).not.toThrow();
  });

  test.each(wrongFor(field))('that holds %j is told with the name of its record', (wrong) => {
    const row = { ...rowOf(record), [field.column]: wrong };
    const name = calledIn(record, row);
    const params = { name, field: field.label ?? 'journal.field.other' };
    const expected = new AppError('CONTENT_DAMAGED', { params, ...(name === '' && { reason: 'unnamed' }) });
    expect(() => readOne(one, row)).toThrow(expected);
    expect(() => readOne(one, row)).toThrow(expect.objectContaining({ detail: expected.detail }));
  });

  test('does not keep the other fields from being read', () => {
    const [wrong = null] = wrongFor(field);
    const row = { ...rowOf(record), [field.column]: wrong };
    for (const other of fields)
      if (other.record === record && other.name !== one.name) expect(() => readOne(other, row)).not.toThrow();
  });
});

/** What a program of before stored. None of it is changed: a column that takes other values by now has another form. */
test.each(Object.entries(storedValues))('%s is read as it was stored before', (at, values) => {
  const found = jsonFields.find((one) => one.at === at);
  for (const value of values) {
    expect(found?.field.cell.read(JSON.stringify(value)), `${at} refuses what was stored`).toEqual(value);
  }
});

describe.each(jsonFields)('$at', ({ field }) => {
  test('is read as it was written, and written as it was read: the same bytes', () => {
    fc.assert(
      fc.property(anyValueOf(field.schema), (value) => {
        const text = field.cell.write(value);
        expect(text).toBe(value === null ? null : JSON.stringify(value));
        const read = field.cell.read(text);
        expect(read).toEqual(text === null ? null : JSON.parse(String(text)));
        expect(field.cell.write(read)).toBe(text);
      }),
    );
  });

  test('has a schema that fills in nothing and makes nothing over: what is read is what is stored', () => {
    const schema = bare(field.schema);
    const asTold = (io: 'input' | 'output') =>
      z.toJSONSchema(schema, {
        io,
        override: ({ jsonSchema }) => void delete jsonSchema.additionalProperties,
      });
    expect(asTold('input')).toEqual(asTold('output'));
  });
});
