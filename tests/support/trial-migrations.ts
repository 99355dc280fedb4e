import { join } from 'node:path';
import { loadMigrations, type Migration } from '#main/db/migrate.ts';
import { checkSettingRecord } from '#shared/features/documents/records.ts';
import { usualLineRecord } from '#shared/features/phrases/records.ts';
import type { Formerly } from '#shared/record.ts';
import { records } from '#shared/records.ts';
import { appRoot } from './test-app.ts';

/*
 * Migrations that have not come yet, on two tables that hold nothing before: the first one makes them as an earlier
 * program would have had them, what comes after it brings them to what is said of them under `formerly`.
 */
export const released = loadMigrations(join(appRoot, 'migrations'));

/** The schemas of the trial: with the tables as they were, and after each step. */
export const schemaOf = { old: released.length + 1, next: released.length + 2, last: released.length + 3 };

/** Of today's tables these two alone are in the trials: what is said of them today is not said of those. */
const trialRecords = [checkSettingRecord, usualLineRecord];

export type Trial = {
  name: string;
  /** The tables as they were, in the place of today's. */
  old: string;
  /** One migration after the other. */
  next: readonly string[];
  formerly?: Readonly<Record<string, readonly Formerly[]>>;
};

/** @param steps of those that come after the old tables */
export function migrationsOf({ old, next }: Pick<Trial, 'old' | 'next'>, steps = next.length): Migration[] {
  return withMore([`DROP TABLE check_setting; DROP TABLE usual_line; ${old}`, ...next.slice(0, steps)]);
}

/** What was released, and these. */
export function withMore(sqls: readonly string[]): Migration[] {
  const more = sqls.map((sql, at) => ({ version: released.length + 1 + at, name: `trial-${at}.sql`, sql }));
  return [...released, ...more];
}

/** The records say how their rows were read before, until they are told to forget it again. */
export function describeFormerly({ formerly = {} }: Pick<Trial, 'formerly'>): () => void {
  const known = records.map((record) => [record, record.formerly] as const);
  const say = (record: object, steps: readonly Formerly[]) => Object.assign(record, { formerly: steps });
  for (const [record, steps] of known) {
    const isOfTrials = trialRecords.some(({ table }) => table === record.table);
    say(record, [...(isOfTrials ? [] : steps), ...(formerly[record.table] ?? [])]);
  }
  return () => {
    for (const [record, steps] of known) say(record, steps);
  };
}

const table = (name: string, columns: string) =>
  `CREATE TABLE ${name} (id TEXT PRIMARY KEY, ${columns}) STRICT;`;
const setting = 'rule TEXT NOT NULL, reason TEXT NOT NULL';
const { next, last } = schemaOf;
const meant = (row: { weight?: unknown; reason?: unknown }) => ({
  weight: Number(row.weight) * 10 + 1,
  reason: `Lý do: ${row.reason}`,
});

export const trials: readonly Trial[] = [
  {
    name: 'columns that came',
    old: table('check_setting', setting),
    next: [
      `ALTER TABLE check_setting ADD COLUMN since TEXT NOT NULL DEFAULT 'xưa';
       ALTER TABLE check_setting ADD COLUMN weight INTEGER NOT NULL DEFAULT 7;
       ALTER TABLE check_setting ADD COLUMN remark TEXT;`,
    ],
  },
  {
    name: 'a column that was renamed',
    old: table('check_setting', 'rule TEXT NOT NULL, why TEXT NOT NULL, weight INTEGER'),
    next: ['ALTER TABLE check_setting RENAME COLUMN why TO reason'],
    formerly: { check_setting: [{ until: next, read: ({ why, ...row }) => ({ ...row, reason: why }) }] },
  },
  {
    name: 'columns that changed in meaning',
    old: table('check_setting', `${setting}, weight INTEGER NOT NULL`),
    next: [`UPDATE check_setting SET weight = weight * 10 + 1, reason = 'Lý do: ' || reason`],
    formerly: { check_setting: [{ until: next, read: (row) => ({ ...row, ...meant(row) }) }] },
  },
  {
    name: 'a table that was renamed',
    old: table('old_setting', setting),
    next: ['ALTER TABLE old_setting RENAME TO check_setting'],
    formerly: { check_setting: [{ until: next, table: 'old_setting', read: (row) => row }] },
  },
  {
    name: 'a table that was split in two',
    old: table('old_setting', `${setting}, text TEXT NOT NULL, place INTEGER NOT NULL`),
    next: [
      `${table('check_setting', setting)} ${table('usual_line', 'text TEXT NOT NULL, list_order INTEGER NOT NULL')}
       INSERT INTO check_setting SELECT id, rule, reason FROM old_setting;
       INSERT INTO usual_line SELECT id, text, place FROM old_setting;
       DROP TABLE old_setting;`,
    ],
    formerly: {
      check_setting: [
        { until: next, table: 'old_setting', read: ({ id, rule, reason }) => ({ id, rule, reason }) },
      ],
      usual_line: [
        {
          until: next,
          table: 'old_setting',
          read: ({ id, text, place }) => ({ id, text, list_order: place }),
        },
      ],
    },
  },
  {
    name: 'a table that a part was taken out of',
    old: table('check_setting', `${setting}, text TEXT NOT NULL, weight INTEGER NOT NULL`),
    next: [
      `${table('usual_line', 'text TEXT NOT NULL')}
       INSERT INTO usual_line SELECT id, text FROM check_setting WHERE weight > 100;
       ALTER TABLE check_setting DROP COLUMN text;`,
    ],
    formerly: {
      usual_line: [
        {
          until: next,
          table: 'check_setting',
          read: ({ id, text, weight }) => (Number(weight) > 100 ? { id, text } : null),
        },
      ],
    },
  },
  {
    name: 'a table that took in another one',
    old: `${table('old_setting', setting)} ${table('check_setting', `${setting}, weight INTEGER NOT NULL`)}`,
    next: [
      `INSERT INTO check_setting SELECT id, rule, reason, 3 FROM old_setting;
       DROP TABLE old_setting;`,
    ],
    formerly: {
      check_setting: [{ until: next, table: 'old_setting', read: (row) => ({ ...row, weight: 3 }) }],
    },
  },
  {
    name: 'two migrations, one after the other',
    old: table('old_setting', 'rule TEXT NOT NULL, why TEXT NOT NULL, weight INTEGER NOT NULL'),
    next: [
      `ALTER TABLE old_setting RENAME TO check_setting;
       ALTER TABLE check_setting RENAME COLUMN why TO reason;`,
      `UPDATE check_setting SET weight = weight * 10 + 1, reason = 'Lý do: ' || reason;
       ALTER TABLE check_setting ADD COLUMN since TEXT NOT NULL DEFAULT 'xưa';`,
    ],
    formerly: {
      check_setting: [
        { until: next, table: 'old_setting', read: ({ why, ...row }) => ({ ...row, reason: why }) },
        { until: last, read: (row) => ({ ...row, ...meant(row) }) },
      ],
    },
  },
];
