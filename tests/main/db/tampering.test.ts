import type { Database as Sqlite } from 'better-sqlite3';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { faultsAfter, unlocked } from '../../support/tampering.ts';
import { storeOfThreeForms } from '../../support/three-forms.ts';

/* The journal is changed with the means of SQLite, all its locks off. Whatever it is, it is told. */

type Cell = { table: Table; key: string | number; column: string; type: string };
type Table = 'change_set' | 'change_row' | 'origin';
type Value = string | number | Buffer | null;

const keys: Record<Table, string> = { change_set: 'seq', change_row: 'id', origin: 'id' };

/** One row of each kind that there is. */
const kinds: Record<Table, string> = {
  change_set: 'SELECT max(seq) FROM change_set GROUP BY form, kind, seq = 1',
  change_row: `SELECT max(r.id) FROM change_row r JOIN change_set c ON c.seq = r.change_seq
    GROUP BY c.form, r.form, r.before IS NULL, r.after IS NULL, r.kept IS NULL, r.owner_id IS NULL`,
  origin: 'SELECT id FROM origin',
};

/** With a row that is kept whole for being far from one; and smaller, to be looked through more often. */
let full: Sqlite;
let small: Sqlite;

beforeAll(() => {
  full = unlocked(storeOfThreeForms());
  small = unlocked(storeOfThreeForms(2));
});

function cellsOf(raw: Sqlite, rows: Partial<Record<Table, string>> = kinds): Cell[] {
  return (Object.keys(rows) as Table[]).flatMap((table) => {
    const columns = raw.prepare('SELECT name, type FROM pragma_table_info(?)').raw().all(table) as [
      string,
      string,
    ][];
    const found = raw
      .prepare(rows[table] ?? '')
      .pluck()
      .all() as (string | number)[];
    return found.flatMap((key) => columns.map(([column, type]) => ({ table, key, column, type })));
  });
}

function valueAt(raw: Sqlite, { table, key, column }: Cell): Value {
  return raw.prepare(`SELECT "${column}" FROM ${table} WHERE ${keys[table]} = ?`).pluck().get(key) as Value;
}

function put(raw: Sqlite, { table, key, column, type }: Cell, value: Value): void {
  const as = type === 'BLOB' ? '?' : `CAST(? AS ${type})`;
  raw.prepare(`UPDATE ${table} SET "${column}" = ${as} WHERE ${keys[table]} = ?`).run(value, key);
}

/** Something else of the same kind, and nothing. */
function others(value: Value, type: string): Value[] {
  if (value === null) return [type === 'INTEGER' ? 1 : type === 'BLOB' ? Buffer.of(1, 2, 3) : 'x'];
  if (typeof value === 'number') return [value + 1, null];
  if (typeof value === 'string') return [`${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`, null];
  return [Buffer.concat([value, Buffer.of(0)]), null];
}

/** A bit of its bytes is another one; of a number, of those that it has. */
function flipped(value: Value, pick: number): Value {
  if (value === null) return null;
  if (typeof value === 'number') return value ^ (1 << (pick % 8));
  const bytes = Buffer.from(value);
  const at = Math.floor(pick / 8) % Math.max(1, bytes.length);
  if (bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << (pick % 8));
  return bytes;
}

/** A blank where JSON allows it, or anywhere. */
function longer(value: Value, pick: number): Value {
  if (typeof value === 'number') return value + 1 + (pick % 100);
  const text = value?.toString('latin1') ?? '';
  const places = [...text.matchAll(/[{},:[\]]/gu)].map(({ index }) => index);
  const at = places[pick % Math.max(1, places.length)] ?? pick % (text.length + 1);
  return Buffer.from(`${text.slice(0, at)} ${text.slice(at)}`, 'latin1');
}

function shorter(value: Value, pick: number): Value {
  if (typeof value === 'number') return value - 1 - (pick % 100);
  const bytes = Buffer.from(value ?? '');
  const at = pick % Math.max(1, bytes.length);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
}

describe('the journal, whole rows, packed ones and those of today', () => {
  test('has each kind of entry, and is whole', () => {
    const forms = full.prepare(
      'SELECT DISTINCT c.form, r.form, r.kept IS NULL FROM change_row r JOIN change_set c ON c.seq = r.change_seq ORDER BY 1, 2, 3',
    );
    expect(forms.raw().all()).toEqual([
      ...[
        [1, 1, 1],
        [1, 2, 0],
        [1, 2, 1],
        [1, 3, 0],
        [1, 3, 1],
      ],
      ...[
        [2, 2, 0],
        [2, 2, 1],
        [2, 3, 0],
        [2, 3, 1],
      ],
    ]);
    for (const raw of [full, small]) expect(faultsAfter(raw, () => undefined)).toEqual([]);
  });

  test('tells of any other value in any column', () => {
    const far = 'SELECT id FROM change_row WHERE form = 3 AND before IS NOT NULL AND after IS NOT NULL';
    const cells = [small, full].flatMap((raw) =>
      cellsOf(raw, raw === full ? { change_row: far } : kinds).map((cell) => ({ raw, ...cell })),
    );
    const untold = cells.flatMap(({ raw, ...cell }) =>
      others(valueAt(raw, cell), cell.type)
        .filter((value) => faultsAfter(raw, () => put(raw, cell, value))?.length === 0)
        .map((value) => ({ ...cell, was: valueAt(raw, cell), value })),
    );
    expect(cells.length).toBeGreaterThan(150);
    expect(untold).toEqual([]);
  });

  test('tells of any bit, any blank and any byte more or less', () => {
    const all = {
      change_set: 'SELECT seq FROM change_set',
      change_row: 'SELECT id FROM change_row',
      origin: kinds.origin,
    };
    const cells = cellsOf(small, all).filter((cell) => valueAt(small, cell) !== null);
    const ways = fc.constantFrom(flipped, longer, shorter);
    let told = 0;
    fc.assert(
      fc.property(fc.constantFrom(...cells), fc.nat(), ways, (cell, pick, way) => {
        const value = valueAt(small, cell);
        const faults = faultsAfter(small, () => put(small, cell, way(value, pick)));
        if (faults === null || way(value, pick) === value) return;
        expect(faults).not.toEqual([]);
        told += 1;
      }),
      { numRuns: 150 },
    );
    expect(told).toBeGreaterThan(110);
  });
});
