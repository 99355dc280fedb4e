import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Role } from '#shared/define.ts';
import { appRoot } from '../test-app.ts';
import type { Shown } from './shown.ts';

/** What stands beside a store: written by who made it, read by the tests. */
export type StoreFixture = {
  schema: number;
  /** The program that made it; null: the one of the commit that brought the store. */
  commit: string | null;
  office: string;
  /** Who works at the PC, by role; nobody before the program knew people. */
  people: Partial<Record<Role, string>>;
  /** What there is to look at; a schema that did not know it yet lacks it. */
  ids: Record<string, string>;
  /** Each day with the number of its last change set, and what was to be seen when it was over. */
  days: ({ day: string; seq: number } & Shown)[];
  /** What carries a number; `sha256` of the PDF that was kept, null where none was. */
  papers: { documentId: string; sha256: string | null }[];
  /** What was typed and not saved, with a sentence of it; `older`: one of a part that was typed before. */
  drafts: { key: string; actor: string; sentence: string; older: string | null }[];
  /** What can be undone one after the other, newest first, each by who did it. */
  undoable: { seq: number; command: string; actor: string }[];
  counts: Record<string, number>;
};

const folder = join(appRoot, 'tests/fixtures/stores');
const fileOf = (schema: number, end: string) =>
  join(folder, `schema-${String(schema).padStart(2, '0')}.${end}`);

/** Every store that is there, oldest schema first. */
export function storeFixtures(): StoreFixture[] {
  const notes = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return notes.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as StoreFixture);
}

/** The bytes of the SQLite file. Packed, because most of it is pages that are hardly begun. */
export function storeBytes(schema: number): Buffer {
  return gunzipSync(readFileSync(fileOf(schema, 'db.gz')));
}

/** As it lies in the repository. */
export function packedSize(schema: number): number {
  return statSync(fileOf(schema, 'db.gz')).size;
}

export function keepFixture(fixture: StoreFixture, store: Buffer): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(fixture.schema, 'db.gz'), gzipSync(store, { level: 9 }));
  writeFileSync(fileOf(fixture.schema, 'json'), `${JSON.stringify(fixture, null, 2)}\n`);
}
