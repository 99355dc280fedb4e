import type { z } from 'zod';
import type { MessageId } from './i18n/translate.ts';
import type { Scalar } from './record-cell.ts';
import { type Field, type Fields, field, type Link, type Row } from './record-field.ts';
import { damaged, unreadable } from './stored.ts';
import { emptyBody } from './text-model/body.ts';

export { type Field, field, type Link, type Row };

/*
 * What a record is, said once: `features/<f>/records.ts` holds a definition for each of the feature's tables, joined in
 * `records.ts`. From it follow how rows become fields, what the history, the versions and their comparison tell and in
 * which words, what is searched, what goes with its owner and what keeps it, whose files are held, what a backup counts.
 */

/**
 * How rows of an earlier schema are read as rows of today, said once for undo, history, versions and "as it was on". A
 * column that is new with the schema's default, or gone, needs no word here.
 */
export type Formerly = {
  /** The first schema whose rows are as `read` makes them. */
  until: number;
  /** The table that they were read from until then, where it was another one. Of several that one was split into, each says so. */
  table?: string;
  /** @returns null when what the row said has no place any more */
  read: (row: Row, ask: { changeSetId: (seq: number) => string | undefined }) => Row | null;
};

/** What a record brings to the search: its words are those of its fields and of its parts. */
export type Found<K extends string = string> = {
  kind: K;
  title: (row: Row) => string;
  /** YYYY-MM-DD; null: a draft, or what has none. */
  date?: (row: Row) => string | null;
};

export type RecordDefinition<
  T extends string = string,
  F extends Fields = Fields,
  K extends string = string,
  P extends Fields = Fields,
  D extends string = string,
> = {
  table: T;
  /** What is written by hand: what its form holds, and what its versions are compared by. */
  fields: F;
  /** What the program keeps beside it. */
  kept: P;
  /** Columns made from a field, for searching and sorting: column → field and how. */
  derived: Readonly<Record<D, { from: string; by: (text: string) => string }>>;
  /** What it is called where a change names it; null: its changes are called by the record that it is a part of. */
  name: ((row: Row) => string) | null;
  /** What it is called where another record refers to it; null: by its name. */
  citedAs: ((row: Row) => string) | null;
  found: Found<K> | null;
  holdsFiles: boolean;
  /** A row that belongs to a record of any kind that holds such: the columns of its table and its id. */
  heldBy: { kind: string; id: string } | null;
  /**
   * Its days, as columns, which must stay within the term that it or its owner names; and the reason under `error.RULE.`
   * where a term is moved away from them.
   */
  termDays: { columns: readonly string[]; reason: string } | null;
  /** In the order of the schemas. */
  formerly: readonly Formerly[];
  /** "{count} hội nghị": by these a backup is recognised. */
  counted: MessageId | null;
};

type Said<T extends string, F extends Fields, K extends string, P extends Fields, D extends string> = Pick<
  RecordDefinition<T, F, K, P, D>,
  'table' | 'fields'
> &
  Partial<RecordDefinition<T, F, K, P, D>>;

/** @see RecordDefinition */
export function defineRecord<
  const T extends string,
  F extends Fields,
  const K extends string = never,
  P extends Fields = Record<never, Field>,
  D extends string = never,
>(given: Said<T, F, K, P, D> & { holdsFiles: true }): RecordDefinition<T, F, K, P, D> & { holdsFiles: true };
export function defineRecord<
  const T extends string,
  F extends Fields,
  const K extends string = never,
  P extends Fields = Record<never, Field>,
  D extends string = never,
>(given: Said<T, F, K, P, D>): RecordDefinition<T, F, K, P, D> & { holdsFiles: false };
export function defineRecord(given: Said<string, Fields, string, Fields, string>): RecordDefinition {
  return {
    kept: {},
    derived: {},
    name: null,
    citedAs: null,
    found: null,
    heldBy: null,
    termDays: null,
    formerly: [],
    counted: null,
    holdsFiles: false,
    ...given,
  };
}

/** The fields as an object of their schemas, for `z.strictObject`. */
export function schemasOf<F extends Fields>({ fields }: { fields: F }): { [N in keyof F]: F[N]['schema'] } {
  return Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])) as {
    [N in keyof F]: F[N]['schema'];
  };
}

export type Values<F extends Fields> = { [N in keyof F]: z.output<F[N]['schema']> };

/** Asked only when it is needed: for a refusal. */
type Owner = () => string;
type Naming = Pick<RecordDefinition, 'fields' | 'name' | 'citedAs'>;

/**
 * What the record of a row is called: as others refer to it, by its name or, of a part, by the words that tell which it is.
 * @param owner what the record is called that it is a part of, where that is known
 */
export function calledIn({ fields, name, citedAs }: Naming, row: Row, owner?: Owner): string {
  const words = Object.values(fields).flatMap(({ tellsWhich, column }) => (tellsWhich ? [row[column]] : []));
  const own = (citedAs ?? name)?.(row) || words.filter(Boolean).join(', ');
  return [owner?.(), own].filter(Boolean).join(': ');
}

/**
 * The fields of a stored row or of an image of one. A column that came later than the image has the value that it got
 * when it came.
 * @throws AppError CONTENT_DAMAGED
 */
export function readRow<F extends Fields>(
  record: Naming & { fields: F },
  row: Row,
  owner?: Owner,
): Values<F> {
  return readInto(record, Object.entries(record.fields), row, owner) as Values<F>;
}

type Every<F extends Fields, P extends Fields> = Omit<P, keyof F> & F;
type ColumnsOf<F extends Fields, N extends keyof F> = { readonly [X in N as F[X]['column']]: Scalar };

/**
 * Some fields of a row, also of those that the program keeps. A list reads what it shows, so that it does not fail by
 * what it does not show.
 * @throws AppError CONTENT_DAMAGED, with the name as far as the row has the columns of it
 */
export function readFields<F extends Fields, P extends Fields, const N extends keyof Every<F, P> & string>(
  record: Naming & { fields: F; kept: P },
  names: readonly N[],
  row: ColumnsOf<Every<F, P>, N>,
  owner?: Owner,
): Pick<Values<Every<F, P>>, N> {
  return readInto(record, namedFields(record, names), row, owner) as Pick<Values<Every<F, P>>, N>;
}

type Named = readonly (readonly [name: string, field: Field])[];

function readInto(record: Naming, named: Named, row: Row, owner: Owner | undefined): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, field] of named) {
    const stored = row[field.column];
    const value = stored === undefined ? absent(field) : field.cell.read(stored);
    if (value === unreadable)
      throw damaged({ name: calledIn(record, row, owner), field: field.label ?? 'journal.field.other' });
    values[name] = value;
  }
  return values;
}

type Wide = Pick<RecordDefinition, 'fields' | 'kept'>;
const found = new WeakMap<readonly string[], { record: Wide; named: Named }>();

/** Looked up once where a list asks for each of its rows. */
function namedFields(record: Wide, names: readonly string[]): Named {
  const known = found.get(names);
  if (known?.record === record) return known.named;
  const named = names.flatMap((name) => {
    const field = record.fields[name] ?? record.kept[name];
    return field ? [[name, field] as const] : [];
  });
  found.set(names, { record, named });
  return named;
}

/** What a field is where nothing was said of it. */
function absent({ kind, schema }: Field): unknown {
  if (kind === 'text') return emptyBody;
  if (kind === 'list') return [];
  const given = schema.safeParse(undefined);
  if (given.success && given.data !== undefined) return given.data;
  return kind === 'line' ? '' : kind === 'flag' ? false : null;
}

/** A value for each of its fields: what is not given is empty, or as its schema has it. */
export function withRest<F extends Fields>({ fields }: { fields: F }, given: Partial<Values<F>>): Values<F> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      given[name] === undefined ? absent(field) : given[name],
    ]),
  ) as Values<F>;
}

type Stored<F extends Field> = F['kind'] extends 'list' | 'text' | 'json'
  ? string
  : F['kind'] extends 'frozen'
    ? string | null
    : F['kind'] extends 'flag'
      ? number
      : z.output<F['schema']>;
type RowOf<F extends Fields> = { [N in keyof F as F[N]['column']]: Stored<F[N]> };

/** The columns that hold these fields. */
export function toRow<F extends Fields, D extends string>(
  { fields, derived }: Pick<RecordDefinition<string, F, string, Fields, D>, 'fields' | 'derived'>,
  values: Values<F>,
): RowOf<F> & Record<D, string> {
  const written = Object.entries(fields).map(([name, { column, cell }]) => [
    column,
    cell.write(values[name]),
  ]);
  const made = Object.entries<{ from: string; by: (text: string) => string }>(derived).map(
    ([column, { from, by }]) => [column, by(String(values[from]))],
  );
  return Object.fromEntries([...written, ...made]) as RowOf<F> & Record<D, string>;
}

/** The columns that hold some of the fields, also of those that the program keeps. */
export function toColumns<F extends Fields, P extends Fields, N extends keyof Every<F, P> & string>(
  record: { fields: F; kept: P },
  values: Pick<Values<Every<F, P>>, N>,
): RowOf<Pick<Every<F, P>, N>> {
  const { fields, kept }: Wide = record;
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const field = fields[name] ?? kept[name];
      return field ? [[field.column, field.cell.write(value)]] : [];
    }),
  ) as RowOf<Pick<Every<F, P>, N>>;
}

/** All its fields, also those that the program keeps, with their names. */
export function allFields({ fields, kept }: Pick<RecordDefinition, 'fields' | 'kept'>): [string, Field][] {
  return [...Object.entries(fields), ...Object.entries(kept)];
}

/** The link by which it is a part of another record. */
export function ownerLink(
  record: Pick<RecordDefinition, 'fields' | 'kept'>,
): (Field & { link: Link }) | null {
  for (const [, field] of allFields(record)) {
    const { link } = field;
    if (link?.gone === 'with') return { ...field, link };
  }
  return null;
}
