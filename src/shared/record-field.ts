import { z } from 'zod';
import type { MessageId, Params, Say } from './i18n/translate.ts';
import { type Cell, cellOf, type FieldKind } from './record-cell.ts';
import { type Stored, storedAs } from './stored.ts';
import { storedBody } from './text-model/stored-body.ts';

/** A row as the store or the journal holds it. */
export type Row = Readonly<Record<string, string | number | null | undefined>>;

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

export type Field<
  S extends z.ZodType = z.ZodType,
  C extends string = string,
  K extends FieldKind = FieldKind,
> = {
  column: C;
  kind: K;
  /** What it may be, read or given by a form. */
  schema: S;
  /** How the column is read and written. */
  cell: Cell;
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

type Told<C extends string> = {
  column: C;
  label: MessageId;
  words?: string;
  tell?: Field['tell'];
  refers?: { key: string; to: string };
  isSilent?: true;
  tellsWhich?: true;
};
type Untold<C extends string> = { column: C };

/** What its values may be or, where they are JSON, the forms in which they were ever stored. */
type Form<S extends z.ZodType> = { schema: S; stored?: never } | { stored: Stored<S>; schema?: never };
type AnyForm = { schema?: z.ZodType | undefined; stored?: Stored | undefined };

type Given = Partial<Omit<Field, 'cell'>> & Untold<string> & AnyForm;

function fieldOf(kind: FieldKind, { stored, schema, ...given }: Given, usual: Stored): Field {
  const form = stored ?? (schema ? storedAs(schema) : usual);
  return {
    label: null,
    words: null,
    tell: null,
    refers: null,
    isSilent: false,
    tellsWhich: false,
    link: null,
    ...given,
    kind,
    schema: form.schema,
    cell: cellOf(kind, form),
  };
}

/** @param usual what its values are where the record does not say */
function told<K extends FieldKind, D extends z.ZodType>(kind: K, usual: Stored<D>) {
  function build<const C extends string, S extends z.ZodType>(given: Told<C> & Form<S>): Field<S, C, K>;
  function build<const C extends string>(given: Told<C>): Field<D, C, K>;
  function build(given: Told<string> & AnyForm): Field {
    return fieldOf(kind, given, usual);
  }
  return build;
}

/** What a column can hold. */
const anything = storedAs(z.union([z.string(), z.number()]).nullable());
const word = storedAs(z.string());

function machine<const C extends string, S extends z.ZodType>(
  given: Untold<C> & { schema: S },
): Field<S, C, 'machine'>;
function machine<const C extends string>(given: Untold<C>): Field<typeof anything.schema, C, 'machine'>;
function machine(given: Untold<string> & AnyForm): Field {
  return fieldOf('machine', { ...given, isSilent: true }, anything);
}

type Linked<C extends string> = Untold<C> & Link & { label?: MessageId };

/** With a label it is told where versions are compared; the history names records, not their ids. */
function link<const C extends string, S extends z.ZodType>(
  given: Linked<C> & { schema: S },
): Field<S, C, 'link'>;
function link<const C extends string>(given: Linked<C>): Field<typeof word.schema, C, 'link'>;
function link({ column, schema, label, ...to }: Linked<string> & AnyForm): Field {
  return fieldOf('link', { column, schema, ...(label && { label }), link: to, isSilent: true }, word);
}

/** Its label serves for refusals only. */
function frozen<const C extends string, S extends z.ZodType>({
  column,
  label,
  stored,
}: Untold<C> & { label: MessageId; stored: Stored<S> }): Field<z.ZodNullable<S>, C, 'frozen'> {
  const schema = stored.schema.nullable();
  return {
    ...fieldOf('frozen', { column, label, isSilent: true, stored }, stored),
    column,
    kind: 'frozen',
    schema,
  };
}

/** The kinds of fields, each as a function: `field.line({ column: 'subject', label: … })`. */
export const field = {
  line: told('line', word),
  list: told('list', storedAs(z.array(z.string()))),
  text: told('text', storedBody),
  value: told('value', anything),
  flag: told('flag', storedAs(z.boolean())),
  json: told('json', storedAs(z.json())),
  frozen,
  machine,
  link,
};

export type Fields = Readonly<Record<string, Field>>;
