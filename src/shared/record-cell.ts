import type { z } from 'zod';
import { type Stored, unreadable } from './stored.ts';

/**
 * How a value is stored, told and compared.
 * - line: words, compared word by word. list: lines, as JSON; line by line. text: a body, as JSON; block by block.
 * - value: anything that was one thing and is another (a choice, a day, a number). flag: yes or no, 1 or 0. json: a
 *   value with parts, as JSON. frozen: what was kept of one moment, as JSON; null before it.
 * - link: the id of another record. machine: what says nothing to a clerk (a place in an order, a hash, a folded copy).
 */
export type FieldKind = 'line' | 'list' | 'text' | 'value' | 'flag' | 'json' | 'frozen' | 'link' | 'machine';

/** What a column holds. */
export type Scalar = string | number | null;

/** How a column is read and written. */
export type Cell = {
  read: (stored: Scalar) => unknown;
  write: (value: unknown) => Scalar;
};

export function cellOf(kind: FieldKind, form: Stored): Cell {
  switch (kind) {
    case 'list':
    case 'text':
    case 'json':
      return jsonCell(form, takesNull(form.schema));
    case 'frozen':
      return jsonCell(form, () => true);
    case 'flag':
      return flagCell;
    case 'line':
    case 'link':
      return wordsCell(form.schema);
    case 'value':
    case 'machine':
      return scalarCell(form.schema);
  }
}

function jsonCell(form: Stored, mayBeNull: () => boolean): Cell {
  return {
    read: (stored) => {
      if (typeof stored === 'string') return form.parse(stored);
      return stored === null && mayBeNull() ? null : unreadable;
    },
    write: (value) => (value === null ? null : form.write(value)),
  };
}

const flagCell: Cell = {
  read: (stored) => (stored === 1 ? true : stored === 0 ? false : unreadable),
  write: (value) => (value ? 1 : 0),
};

/** Words are as they were written: what a form refuses by now, a line that became too long, can still be read. */
function wordsCell(schema: z.ZodType): Cell {
  const mayBeNull = takesNull(schema);
  return {
    read: (stored) => (typeof stored === 'string' || (stored === null && mayBeNull()) ? stored : unreadable),
    write: scalarOf,
  };
}

const mostRemembered = 500;

/** Choices and days come again and again: one that was sound once is not looked at again. */
function scalarCell(schema: z.ZodType): Cell {
  const sound = new Set<Scalar>();
  return {
    read: (stored) => {
      if (sound.has(stored)) return stored;
      if (!schema.safeParse(stored).success) return unreadable;
      if (sound.size < mostRemembered) sound.add(stored);
      return stored;
    },
    write: scalarOf,
  };
}

/** Asked once, and not before there is a null: a program that starts looks at no schema. */
function takesNull(schema: z.ZodType): () => boolean {
  let known: boolean | null = null;
  return () => {
    known ??= schema.safeParse(null).success;
    return known;
  };
}

function scalarOf(value: unknown): Scalar {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
