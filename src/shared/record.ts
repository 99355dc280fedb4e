import { z } from 'zod';
import type { MessageId, Params, Say } from './i18n/translate.ts';
import { emptyBody } from './text-model/body.ts';

/*
 * What a record is, said once: `features/<f>/records.ts` holds a definition for each of the feature's tables, joined in
 * `records.ts`. From it follow how rows become fields, what the history, the versions and their comparison tell and in
 * which words, what is searched, what goes with its owner and what keeps it, whose files are held, what a backup counts.
 */

/** A row as the store or the journal holds it. */
export type Row = Readonly<Record<string, string | number | null | undefined>>;

/**
 * How a value is stored, told and compared.
 * - line: words, compared word by word. list: lines, as JSON; line by line. text: a body, as JSON; block by block.
 * - value: anything that was one thing and is another (a choice, a day, a number). flag: yes or no, 1 or 0. json: a
 *   value with parts, as JSON.
 * - link: the id of another record. machine: what says nothing to a clerk (a place in an order, a hash, a folded copy).
 */
export type FieldKind = 'line' | 'list' | 'text' | 'value' | 'flag' | 'json' | 'link' | 'machine';

/**
 * What happens to a row when the record goes that it names.
 * - with: it is a part of it and goes with it. refuse: it keeps it from going. free: the code that removes it sees to it.
 */
type Gone = 'with' | 'refuse' | 'free';

export type Link = {
  to: string;
  gone: Gone;
  /** Of `refuse`: the reason under `error.CONFLICT.`. */
  reason?: string;
  /** What its text tells of the records that need it, newest first; left out: how many they are, as `count`. */
  params?: (rows: readonly Row[]) => Params;
};

export type Field<S extends z.ZodType = z.ZodType> = {
  column: string;
  kind: FieldKind;
  schema: S;
  /** What it is called in the history, in versions and in their comparison; null: it is not told. */
  label: MessageId | null;
  /** Where the words of its values stand in the catalogue: `<words>.<value>`. */
  words: string | null;
  /** How a value is told, or an item of it, where neither the catalogue nor the value itself has the words. */
  tell: ((say: Say, value: unknown) => string) | null;
  /** Of items that name a record: under which key, and of which table. They are told with its name under `name`. */
  refers: { key: string; to: string } | null;
  /** Known to the history only: the sentence of the act, or another field, says it already. */
  isSilent: boolean;
  /** By these alone is said which row went. */
  tellsWhich: boolean;
  link: Link | null;
};

type Told<S extends z.ZodType> = {
  column: string;
  label: MessageId;
  schema?: S;
  words?: string;
  tell?: Field['tell'];
  refers?: { key: string; to: string };
  isSilent?: true;
  tellsWhich?: true;
};
type Untold<S extends z.ZodType> = { column: string; schema?: S };

function told(kind: FieldKind) {
  return <S extends z.ZodType = z.ZodUnknown>(given: Told<S>): Field<S> => ({
    column: given.column,
    kind,
    schema: given.schema ?? (z.unknown() as unknown as S),
    label: given.label,
    words: given.words ?? null,
    tell: given.tell ?? null,
    refers: given.refers ?? null,
    isSilent: given.isSilent ?? false,
    tellsWhich: given.tellsWhich ?? false,
    link: null,
  });
}

function machine<S extends z.ZodType = z.ZodUnknown>(given: Untold<S>): Field<S> {
  return {
    column: given.column,
    kind: 'machine',
    schema: given.schema ?? (z.unknown() as unknown as S),
    label: null,
    words: null,
    tell: null,
    refers: null,
    isSilent: true,
    tellsWhich: false,
    link: null,
  };
}

/** With a label it is told where versions are compared; the history names records, not their ids. */
function link<S extends z.ZodType = z.ZodUnknown>(given: Untold<S> & Link & { label?: MessageId }): Field<S> {
  const { column, schema, label, ...to } = given;
  return { ...machine({ column, ...(schema && { schema }) }), kind: 'link', label: label ?? null, link: to };
}

/** The kinds of fields, each as a function: `field.line({ column: 'subject', label: … })`. */
export const field = {
  line: told('line'),
  list: told('list'),
  text: told('text'),
  value: told('value'),
  flag: told('flag'),
  json: told('json'),
  machine,
  link,
};

export type Fields = Readonly<Record<string, Field>>;

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
> = {
  table: T;
  /** What is written by hand: what its form holds, and what its versions are compared by. */
  fields: F;
  /** What the program keeps beside it. */
  kept: Fields;
  /** Columns made from a field, for searching and sorting: column → field and how. */
  derived: Readonly<Record<string, { from: string; by: (text: string) => string }>>;
  /** What it is called where a change names it; null: its changes are called by the record that it is a part of. */
  name: ((row: Row) => string) | null;
  /** What it is called where another record refers to it; null: by its name. */
  citedAs: ((row: Row) => string) | null;
  found: Found<K> | null;
  holdsFiles: boolean;
  /** A row that belongs to a record of any kind that holds such: the columns of its table and its id. */
  heldBy: { kind: string; id: string } | null;
  /** In the order of the schemas. */
  formerly: readonly Formerly[];
  /** "{count} hội nghị": by these a backup is recognised. */
  counted: MessageId | null;
};

/** @see RecordDefinition */
export function defineRecord<
  const T extends string,
  F extends Fields,
  const K extends string = never,
  const H extends boolean = false,
>(
  given: Pick<RecordDefinition<T, F, K>, 'table' | 'fields'> &
    Partial<
      Pick<
        RecordDefinition<T, F, K>,
        'kept' | 'derived' | 'name' | 'citedAs' | 'found' | 'heldBy' | 'formerly' | 'counted'
      >
    > & {
      holdsFiles?: H;
    },
): RecordDefinition<T, F, K> & { holdsFiles: H } {
  return {
    kept: {},
    derived: {},
    name: null,
    citedAs: null,
    found: null,
    heldBy: null,
    formerly: [],
    counted: null,
    ...given,
    holdsFiles: given.holdsFiles ?? (false as H),
  };
}

/** The fields as an object of their schemas, for `z.strictObject`. */
export function schemasOf<F extends Fields>({ fields }: { fields: F }): { [N in keyof F]: F[N]['schema'] } {
  return Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])) as {
    [N in keyof F]: F[N]['schema'];
  };
}

export type Values<F extends Fields> = { [N in keyof F]: z.output<F[N]['schema']> };

const isJson: ReadonlySet<FieldKind> = new Set(['list', 'text', 'json']);

/** The fields of a stored row. A column that came later than the row has the value that it got when it came. */
export function readRow<F extends Fields>({ fields }: { fields: F }, row: Row): Values<F> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, readField(field, row[field.column])]),
  ) as Values<F>;
}

function readField(field: Field, stored: Row[string]): unknown {
  if (stored === undefined) return absent(field);
  if (isJson.has(field.kind)) return typeof stored === 'string' ? JSON.parse(stored) : absent(field);
  return field.kind === 'flag' ? stored === 1 : stored;
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

/** The columns that hold these fields. */
export function toRow<F extends Fields>(
  { fields, derived }: Pick<RecordDefinition<string, F>, 'fields' | 'derived'>,
  values: Values<F>,
): Record<string, string | number | null> {
  const row: Record<string, string | number | null> = {};
  for (const [name, { column, kind }] of Object.entries(fields)) {
    const given: unknown = values[name];
    if (isJson.has(kind)) row[column] = JSON.stringify(given);
    else if (kind === 'flag') row[column] = given ? 1 : 0;
    else row[column] = (given ?? null) as string | number | null;
  }
  for (const [column, { from, by }] of Object.entries(derived)) row[column] = by(String(values[from]));
  return row;
}

/** All its fields, also those that the program keeps, with their names. */
export function allFields({ fields, kept }: Pick<RecordDefinition, 'fields' | 'kept'>): [string, Field][] {
  return [...Object.entries(fields), ...Object.entries(kept)];
}

/** The link by which it is a part of another record. */
export function ownerLink(
  record: Pick<RecordDefinition, 'fields' | 'kept'>,
): (Field & { link: Link }) | null {
  const found = allFields(record).find(([, { link: to }]) => to?.gone === 'with');
  return found ? (found[1] as Field & { link: Link }) : null;
}
