import { z } from 'zod';
import { isFields } from '#renderer/lib/plain.ts';
import { type LayoutProfile, layoutProfile } from '#shared/paper/profile.ts';

type Schema = z.core.$ZodType;

/** What the form asks for is read off the schema, so that a value that a later guideline brings has its field at once. */
export type LayoutField = {
  path: string;
  /** The last part of the path: "sizePt". */
  name: string;
  kind: 'number' | 'numbers' | 'text' | 'mark' | 'choice' | 'date';
  unit: 'mm' | 'pt' | null;
  options: readonly string[];
  /** A sign or a word, not a line of text. */
  isShort: boolean;
  /** What the value has to be. */
  schema: Schema;
};

/** Fields that are about one thing on paper: a row of the form. */
export type LayoutRow = {
  /** "head.motto"; empty for what the layout itself is called. */
  path: string;
  fields: readonly LayoutField[];
  /** The thing can be left out: the part of the profile that is null then. */
  optional: string | null;
};

export const layoutGroups = [
  'general',
  'page',
  'head',
  'titles',
  'body',
  'table',
  'recipients',
  'signature',
  'appendix',
  'numbering',
  'authority',
] as const;
export type LayoutGroup = (typeof layoutGroups)[number];

/** Where a part of the profile stands in the form, when not in the group of its own name. */
const groupOf: Record<string, LayoutGroup> = {
  pageNumber: 'page',
  sheetNumber: 'page',
  addressees: 'titles',
  bases: 'body',
  opening: 'body',
  headings: 'body',
  closing: 'signature',
};

/** Never typed: what it is, and what there is only one of. */
const fixed = ['id', 'regime', 'font'];

/** The rows of each group, in the order of the schema; `profile` tells how many there are of what comes in several. */
export function layoutRows(profile: LayoutProfile): ReadonlyMap<LayoutGroup, LayoutRow[]> {
  const rows = new Map<LayoutGroup, LayoutRow[]>(layoutGroups.map((group) => [group, []]));
  const general: LayoutField[] = [];
  for (const key of layoutProfile.keyof().options) {
    if (fixed.includes(key)) continue;
    const schema = layoutProfile.shape[key];
    const field = fieldOf(key, schema);
    if (field) general.push(field);
    else rows.get(groupFor(key))?.push(...rowsOf(key, schema, profile[key]));
  }
  rows.get('general')?.push({ path: '', fields: general, optional: null });
  return rows;
}

/** The group that shows the value at `path`. */
export function groupFor(path: string): LayoutGroup {
  const [key = ''] = path.split('.');
  return groupOf[key] ?? layoutGroups.find((group) => group === key) ?? 'general';
}

function rowsOf(path: string, given: Schema, value: unknown): LayoutRow[] {
  const schema = bare(given);
  if (schema instanceof z.ZodArray) {
    const items = Array.isArray(value) ? value : [];
    return items.flatMap((item, i) => rowsOf(`${path}.${i}`, schema.element, item));
  }
  if (!(schema instanceof z.ZodObject)) return [];
  const entries = Object.entries(schema.shape);
  const fields = entries.flatMap(([key, part]) => fieldOf(`${path}.${key}`, part) ?? []);
  const below = entries.flatMap(([key, part]) =>
    rowsOf(`${path}.${key}`, part, isFields(value) ? value[key] : undefined),
  );
  const optional = schema === given ? null : path;
  return [...(fields.length > 0 ? [{ path, fields, optional }] : []), ...below];
}

function fieldOf(path: string, given: Schema): LayoutField | null {
  const schema = bare(given);
  const name = path.split('.').at(-1) ?? path;
  const kind = kindOf(schema);
  if (!kind) return null;
  return {
    path,
    name,
    kind,
    unit: name.endsWith('Mm') ? 'mm' : name.endsWith('Pt') ? 'pt' : null,
    options: schema instanceof z.ZodEnum ? schema.options.map(String) : [],
    isShort: schema instanceof z.ZodString && (schema.maxLength ?? Number.POSITIVE_INFINITY) <= 20,
    schema: given,
  };
}

function kindOf(schema: Schema): LayoutField['kind'] | null {
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodBoolean) return 'mark';
  if (schema instanceof z.ZodEnum) return 'choice';
  if (schema instanceof z.ZodISODate) return 'date';
  if (schema instanceof z.ZodString) return 'text';
  return schema instanceof z.ZodArray && schema.element instanceof z.ZodNumber ? 'numbers' : null;
}

function bare(schema: Schema): Schema {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? bare(schema.unwrap())
    : schema;
}
