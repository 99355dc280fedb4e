import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { columnsOf, recordTables } from '#main/db/journal/triggers.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import { isMessageId } from '#shared/i18n/translate.ts';
import vi from '#shared/i18n/vi.json' with { type: 'json' };
import { allFields, ownerLink, type RecordDefinition } from '#shared/record.ts';
import { recordOf } from '#shared/record-lookup.ts';
import { records } from '#shared/records.ts';
import { createTestApp, removeTempFolders, type TestApp } from '../../support/test-app.ts';

/*
 * The records against the schema: whoever adds a table or a column reads here which file still has to say what it is.
 */
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

const all: readonly RecordDefinition[] = records;
const where = (table: string) => `say what "${table}" is in src/shared/features/<its feature>/records.ts`;

test('every table of the schema belongs to one record, or is named as none', () => {
  const tables = recordTables(app.store().raw);
  for (const table of tables)
    expect(
      all.filter((record) => record.table === table).map((record) => record.table),
      `${where(table)}, or name it among the unjournalled in src/main/db/journal/triggers.ts`,
    ).toEqual([table]);
  expect(all.map(({ table }) => table).sort()).toEqual([...tables].sort());
});

test('every column is claimed once', () => {
  for (const record of all) {
    const claimed = [
      'id',
      ...allFields(record).map(([, { column }]) => column),
      ...Object.keys(record.derived),
    ].sort();
    const columns = columnsOf(app.store().raw, record.table).sort();
    expect(claimed, where(record.table)).toEqual(columns);
  }
});

test('what the schema holds to be JSON is read as JSON, and nothing else', () => {
  const { raw } = app.store();
  for (const record of all) {
    const sql = String(raw.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(record.table));
    const checked = [...sql.matchAll(/json_(?:valid|array_length)\((\w+)\)/gu)].map(([, column]) => column);
    const read = allFields(record).flatMap(([, { kind, column }]) =>
      ['list', 'text', 'json', 'frozen'].includes(kind) ? [column] : [],
    );
    expect(read.sort(), where(record.table)).toEqual(checked.sort());
  }
});

describe('what a record says of itself', () => {
  test('is of tables that there are', () => {
    const stored = new Set(app.store().raw.prepare('SELECT name FROM sqlite_schema').pluck().all());
    for (const [name, { link, refers }] of all.flatMap(allFields)) {
      if (link) expect(stored.has(link.to), name).toBe(true);
      if (refers) expect(recordOf(refers.to), name).toBeDefined();
    }
  });

  test('has its words in both catalogues', () => {
    const search = all.flatMap(({ found }) => (found ? [`search.kind.${found.kind}`] : []));
    const counted = all.flatMap((record) => (record.counted ? [record.counted] : []));
    const labels = all.flatMap(allFields).flatMap(([, { label }]) => (label ? [label] : []));
    for (const word of [...search, ...counted, ...labels]) {
      expect(word in vi, `put "${word}" into src/shared/i18n/vi.json`).toBe(true);
      expect(word in en, `put "${word}" into src/shared/i18n/en.json`).toBe(true);
    }
  });

  test('a link that keeps a record from going has words for it', () => {
    for (const [name, { link }] of all.flatMap(allFields)) {
      if (link?.gone === 'refuse') expect(isMessageId(`error.CONFLICT.${link.reason}`), name).toBe(true);
    }
  });

  test('the choices of a field have words where it names a place for them', () => {
    for (const [name, { words, schema }] of all.flatMap(allFields)) {
      if (!words || !(schema instanceof z.ZodDefault)) continue;
      const inner = schema.unwrap();
      if (!(inner instanceof z.ZodEnum)) continue;
      for (const option of inner.options) expect(isMessageId(`${words}.${option}`), name).toBe(true);
    }
  });

  test('what holds files is what the schema lets hold them', () => {
    const { raw } = app.store();
    const sql = String(raw.prepare(`SELECT sql FROM sqlite_schema WHERE name = 'attachment'`).pluck().get());
    const kinds = /owner_kind IN \(([^)]*)\)/u.exec(sql)?.[1]?.match(/\w+/gu) ?? [];
    expect(
      all
        .filter(({ holdsFiles }) => holdsFiles)
        .map(({ table }) => table)
        .sort(),
    ).toEqual(kinds.sort());
  });

  test('a part goes before the record that it is a part of is asked for, without a circle', () => {
    for (const record of all) {
      const seen = new Set<string>();
      let at: RecordDefinition | undefined = record;
      while (at) {
        expect(seen.has(at.table), record.table).toBe(false);
        seen.add(at.table);
        at = recordOf(ownerLink(at)?.link.to ?? '');
      }
    }
  });
});
