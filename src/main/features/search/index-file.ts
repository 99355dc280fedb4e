import { existsSync, rmSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { Passage } from '#main/records/passages.ts';
import { fold } from '#shared/text/fold.ts';
import type { Source } from './sources.ts';

/** What the index knows of the store: up to which change set, and its seal, so that no other history is taken for it. */
export type Mark = { storeId: string; seq: number; head: string };

export type SearchIndex = {
  raw: Sqlite.Database;
  /** Null: made for nothing yet, or left half made. */
  mark: () => Mark | null;
  setMark: (mark: Mark) => void;
  clear: () => void;
  /** Puts the passages of these records in the place of what was known of them, in one go. */
  replace: (all: readonly { source: Source; passages: readonly Passage[] }[]) => void;
};

/** A new number makes every index anew at its next use. */
const version = 3;

/**
 * Words are kept folded, so that one tokenizer does for all; the passages themselves as they are written. Nothing here is a
 * record: whatever is wrong with the file, it is made again from the store.
 */
const tables = `
  CREATE TABLE mark (store_id TEXT NOT NULL, seq INTEGER NOT NULL, head TEXT NOT NULL) STRICT;
  CREATE TABLE passage (
    rowid INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    owner_kind TEXT,
    owner_id TEXT,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    date TEXT
  ) STRICT;
  CREATE INDEX passage_source ON passage (source);
  CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
  );
  PRAGMA user_version = ${version};`;

/** One that is not to be believed as it is: of another version, or whoever wrote to it last died meanwhile. */
class Outdated extends Error {}

/** As it was left. @returns null when it is not to be believed @throws SqliteError when it is damaged */
export function openAsLeft(file: string): SearchIndex | null {
  try {
    return asIndex(openSound(file));
  } catch (error) {
    if (error instanceof Outdated) return null;
    throw error;
  }
}

/** @param file or ':memory:' */
export function openIndex(file: string): SearchIndex {
  try {
    return asIndex(openSound(file));
  } catch {
    // Damaged, not closed, of another version, or not ours: only a copy of what the store says.
    removeIndex(file);
    return asIndex(openSound(file));
  }
}

function openSound(file: string): Sqlite.Database {
  if (hasLog(file)) throw new Outdated();
  const raw = new Sqlite(file);
  try {
    raw.pragma('journal_mode = WAL');
    // The log is flushed before the file is written and the file before the log goes: after a power cut it says what it said
    // at some change set, never a part of that.
    raw.pragma('synchronous = NORMAL');
    const found = raw.pragma('user_version', { simple: true });
    if (found === 0) raw.exec(tables);
    else if (found !== version) throw new Outdated();
    raw.prepare('SELECT count(*) FROM passage').get();
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

function hasLog(file: string): boolean {
  return existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
}

export function removeIndex(file: string): void {
  if (file === ':memory:') return;
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
}

function asIndex(raw: Sqlite.Database): SearchIndex {
  const known = raw.prepare('SELECT rowid FROM passage WHERE source = ?').pluck();
  const removeWords = raw.prepare('DELETE FROM words WHERE rowid = ?');
  const remove = raw.prepare('DELETE FROM passage WHERE rowid = ?');
  const add = raw.prepare(
    'INSERT INTO passage (source, kind, id, owner_kind, owner_id, title, text, date) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const addWords = raw.prepare('INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)');
  return {
    raw,
    mark: () => {
      const mark = raw.prepare<[], Mark>('SELECT store_id AS storeId, seq, head FROM mark').get();
      return mark ?? null;
    },
    setMark: raw.transaction(({ storeId, seq, head }: Mark) => {
      raw.exec('DELETE FROM mark');
      raw.prepare('INSERT INTO mark VALUES (?, ?, ?)').run(storeId, seq, head);
    }),
    clear: raw.transaction(() => {
      raw.exec(`DELETE FROM mark; DELETE FROM passage; INSERT INTO words (words) VALUES ('delete-all')`);
    }),
    replace: raw.transaction((all: Parameters<SearchIndex['replace']>[0]) => {
      for (const { source, passages } of all) {
        const name = `${source.table} ${source.id}`;
        for (const rowid of known.all(name)) {
          removeWords.run(rowid);
          remove.run(rowid);
        }
        for (const { kind, id, owner, title, text, date } of passages) {
          const { lastInsertRowid } = add.run(
            name,
            kind,
            id,
            owner?.kind ?? null,
            owner?.id ?? null,
            title,
            text,
            date,
          );
          addWords.run(lastInsertRowid, fold(title), fold(text));
        }
      }
    }),
  };
}
