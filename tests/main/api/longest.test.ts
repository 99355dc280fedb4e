import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Result } from '#shared/bridge.ts';
import { allMethods } from '#shared/contract.ts';
import { createTestApp, removeTempFolders, type TestApp } from '../../support/test-app.ts';

/*
 * The longest of everything, in every field of every method: it is refused by its length, with a reason, before anything
 * is computed of it. What the slowest took of the processor is printed; the bound is far above it and far below what was
 * seen without lengths: minutes.
 */
const letters = 7_900_000;
const rows = 100_000;
const boundMs = 2_000;

const longest: readonly (readonly [name: string, value: unknown])[] = [
  ['letters', 'a'.repeat(letters)],
  ['digits', '1234567890'.repeat(letters / 10)],
  ['blanks', ' '.repeat(letters)],
  ['letters in parts', 'ệ'.normalize('NFD').repeat(letters / 3)],
  ['marks out of order', `a${'\u0301\u0323'.repeat(letters / 2 - 1)}`],
  ['rows', Array.from({ length: rows }, () => 'a')],
  ['empty rows', Array.from({ length: rows }, () => ({}))],
  ['fields', Object.fromEntries(Array.from({ length: rows }, (_, at) => [`f${at}`, 1]))],
  ['depth', nested(90)],
  ['endless depth', nested(5_000)],
];

function nested(depth: number): unknown {
  let value: unknown = 'a';
  for (let at = 0; at < depth; at += 1) value = at % 2 ? [value] : { content: value };
  return value;
}

/** What of a JSON schema is read here. */
type Schema = {
  const?: unknown;
  enum?: unknown[];
  type?: string;
  format?: string;
  maxLength?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
};

const samples: Record<string, unknown> = {
  uuid: '01890000-0000-7000-8000-000000000000',
  date: '2021-01-01',
  'date-time': '2021-01-01T08:00:00Z',
};

/** An input of that form, with `value` in the place of the field at `path`. */
function inputWith(schema: Schema, path: readonly string[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const [first = schema] = choices(schema);
  const choice = choices(schema).find((one) => has(one, path)) ?? first;
  if (step === '0' && choice.items) return [inputWith(choice.items, rest, value)];
  const fields = choice.properties ?? {};
  const filled = Object.entries(fields).map(([name, field]) => [name, sample(field)]);
  const field = fields[step];
  return { ...Object.fromEntries(filled), [step]: field ? inputWith(field, rest, value) : value };
}

function sample(schema: Schema): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = choices(schema);
  if (first && first !== schema) return sample(first);
  if (schema.type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, field]) => [name, sample(field)]),
    );
  if (schema.type === 'array') return [];
  if (schema.type === 'string') return samples[schema.format ?? ''] ?? 'a';
  return schema.type === 'boolean' ? true : schema.type === 'null' ? null : 1;
}

function choices(schema: Schema): readonly Schema[] {
  const several = schema.anyOf ?? schema.oneOf;
  return several ? several.flatMap(choices) : [schema];
}

function has(schema: Schema, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return true;
  const below = step === '0' ? schema.items : schema.properties?.[step];
  return below !== undefined && choices(below).some((one) => has(one, rest));
}

const known = new Set<string>();

/** Every field that is there, also in the rows of lists. What has been seen in another method is as it was there. */
function fieldsOf(schema: Schema, path: readonly string[] = []): readonly string[][] {
  const words = JSON.stringify(schema);
  if (known.has(words)) return [];
  known.add(words);
  const below = choices(schema).flatMap((one) => [
    ...Object.entries(one.properties ?? {}).flatMap(([name, field]) => fieldsOf(field, [...path, name])),
    ...(one.items ? fieldsOf(one.items, [...path, '0']) : []),
  ]);
  return [[...path], ...below];
}

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

/** Taken whole on purpose: the unsaved form of a page. */
const taken = new Set(['drafts.put value']);
const slowest: { ms: number; what: string }[] = [];

function triesOf(schema: Schema) {
  const fields = fieldsOf(schema).flatMap((path) => longest.map(([kind, value]) => ({ path, kind, value })));
  const [letters, ...others] = longest.map(([kind, value]) => ({ path: ['unknown'], kind, value }));
  return letters ? [...fields, letters, { ...letters, path: [] }, ...others.slice(-3)] : fields;
}

describe('the longest of everything', { timeout: 600_000 }, () => {
  test.each([...allMethods()])('%s', async (name, { input }) => {
    const schema: Schema = z.toJSONSchema(input, {
      io: 'input',
      unrepresentable: 'any',
      reused: 'inline',
    }) as Schema;
    for (const { path, kind, value } of triesOf(schema)) {
      const field = path.join('.');
      const what = `${name} ${field}: ${kind}`;
      if (taken.has(`${name} ${field}`) && typeof value === 'string') continue;
      const given = inputWith(schema, path, value);
      const begun = process.cpuUsage();
      const result = await app.program.dispatcher.invoke(name, given);
      const ms = process.cpuUsage(begun).user / 1_000;
      slowest.push({ ms, what });
      expect(isTold(result, field), what).toBe(true);
      expect(ms, what).toBeLessThan(boundMs);
    }
  });
});

afterAll(() => {
  const top = slowest.sort((a, b) => b.ms - a.ms).slice(0, 5);
  for (const { ms, what } of top) console.info(`${ms.toFixed(0)} ms  ${what}`);
});

/** Refused by size, or as a fault of that field. */
function isTold(result: Result<unknown>, field: string): boolean {
  if (result.ok) return false;
  const { code, detail } = result.error;
  if (code === 'TOO_LARGE') return true;
  const issues = detail.issues ?? [];
  return (
    code === 'VALIDATION' &&
    issues.length <= 100 &&
    issues.some(
      ({ path, message }) =>
        message === 'validation.unknownField' || path === field || path.startsWith(field),
    )
  );
}
