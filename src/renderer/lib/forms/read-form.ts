import type { z } from 'zod';
import { isFields } from '#renderer/lib/plain.ts';
import type { ReadForm } from './draft-text.ts';
import { wordsIn } from './draft-words.ts';
import { readLeniently } from './lenient.ts';

/** Makes of what a form held in one shape what the next shape holds. It leaves alone what is in that shape already. */
export type DraftUpgrade<T> = (form: Record<string, unknown>, record: T) => Record<string, unknown>;

/**
 * How drafts of a form are read. A field that is new or gone needs no upgrade: what is missing is as in the record, what has no
 * place is offered as words. One that was renamed, or that holds something else now, does.
 */
export type DraftForm<T, P> = {
  schema: z.ZodType<P, T>;
  /** From each shape that the form had to the next one, the oldest first; never taken out again. */
  upgrades?: readonly DraftUpgrade<T>[];
};

export function shapeOf({ upgrades = [] }: { upgrades?: readonly unknown[] }): number {
  return upgrades.length;
}

export function readerOf<T extends object, P>(
  { schema, upgrades = [] }: DraftForm<T, P>,
  record: () => T,
): ReadForm<T> {
  return (form, shape) => {
    if (!isFields(form)) return { form: null, words: wordsIn(form) };
    const saved = record();
    try {
      const upgraded = upgrades.slice(shape).reduce((value, upgrade) => upgrade(value, saved), form);
      return readLeniently(schema, upgraded, saved);
    } catch {
      // A fault in reading must not cost what was typed.
      return { form: null, words: wordsIn(form) };
    }
  };
}
