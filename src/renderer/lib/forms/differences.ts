import { isFields } from '#renderer/lib/plain.ts';
import { same } from '#renderer/lib/same.ts';
import type { MessageId, Say } from '#shared/i18n/translate.ts';
import type { Field } from '#shared/record.ts';
import { type Names, shownItem, shownValue } from '#shared/record-words.ts';
import type { Body } from '#shared/text-model/body.ts';
import { bodyLines } from '#shared/text-model/compare/blocks.ts';
import { compareLines, type Line } from '#shared/text-model/compare/lines.ts';
import type { LineChange } from '#shared/text-model/compare/schema.ts';
import { compareWords, textToken } from '#shared/text-model/compare/words.ts';
import { wordsIn } from './draft-words.ts';

/** A part of what a form holds that is taken from the one side or from the other: a field, an item of its list. */
export type Part<T> = {
  id: string;
  label: string;
  of: (value: T) => unknown;
  put: (into: T, part: unknown) => T;
  lines: (part: unknown) => Line[];
};

/** As the record says it; of what is no field of it, a label and how an item of it reads. */
export type ToldField = Field | { label: MessageId; tell?: (say: Say, item: unknown) => string };

/** How what a form holds is told where two versions of it stand side by side. */
export type Told<T> = {
  fields?: Readonly<Partial<Record<string, ToldField>>>;
  /** What the records are called that its values name, by id; asked for when it is told. */
  names?: () => Promise<Names>;
  /** Of a form whose fields are too much to be chosen as a whole. */
  parts?: (say: Say, saved: T, typed: T) => readonly Part<T>[];
};

/** What is saved and what is typed, line by line. */
export type Difference = {
  /** Of its part. */
  id: string;
  label: string;
  lines: LineChange[];
  /** It is the same words; what differs is how they look, or what they refer to. */
  isOnlyLook: boolean;
  /** It was changed here, not only there; null: nobody knows. */
  isTyped: boolean | null;
};

/** `begun`: what the typed text began with; null: nobody knows. */
export type Versions<T> = { saved: T; typed: T; begun: T | null };

/** @param stored a value as the schema would store it: blanks at the ends and the like are no difference */
export function differencesOf<T extends object>(
  parts: readonly Part<T>[],
  { saved, typed, begun }: Versions<T>,
  stored: (value: T) => unknown,
): Difference[] {
  // Stored, it has the same fields.
  const [there, here] = [stored(saved) as T, stored(typed) as T];
  const before = begun && (stored(begun) as T);
  return parts
    .filter((part) => !same(part.of(there), part.of(here)))
    .map((part) => {
      const lines = comparedLines(part.lines(part.of(there)), part.lines(part.of(here)));
      return {
        id: part.id,
        label: part.label,
        lines,
        isOnlyLook: lines.every(({ kind }) => kind === 'same'),
        isTyped: before && !same(part.of(before), part.of(here)),
      };
    });
}

/** One line for another is that line changed, however little they have in common. */
function comparedLines(saved: readonly Line[], typed: readonly Line[]): LineChange[] {
  const [there, here] = [saved[0]?.cells, typed[0]?.cells];
  const isOneLine = saved.length === 1 && typed.length === 1;
  if (!isOneLine || there?.length !== 1 || here?.length !== 1) return compareLines(saved, typed);
  const words = compareWords(there[0] ?? [], here[0] ?? []);
  const isSame = words.every(({ kind }) => kind === 'same');
  return [{ kind: isSame ? 'same' : 'changed', headers: [], cells: [words] }];
}

/** What is typed, with what is saved in the place of some of its parts. */
export function chosenOf<T>(typed: T, saved: T, fromSaved: readonly Part<T>[]): T {
  return fromSaved.reduce((value, part) => part.put(value, part.of(saved)), typed);
}

/** Each field as a part of its own. @param labelOf of one that `told` says nothing of */
export function partsOf<T extends object>(
  say: Say,
  told: Told<T>,
  { saved, typed }: Pick<Versions<T>, 'saved' | 'typed'>,
  names: Names,
  labelOf: (field: string) => string,
): readonly Part<T>[] {
  if (told.parts) return told.parts(say, saved, typed);
  return Object.keys(saved).map((id): Part<T> => {
    const field = told.fields?.[id];
    return {
      id,
      label: field?.label ? say(field.label) : labelOf(id),
      of: (value) => (value as Record<string, unknown>)[id],
      put: (into, part) => ({ ...into, [id]: part }),
      lines: (part) => linesOf(say, part, field, names),
    };
  });
}

/** A value as lines to be read. */
export function linesOf(say: Say, value: unknown, field?: ToldField, names?: Names): Line[] {
  if (isBody(value)) return withWords(bodyLines(value));
  if (Array.isArray(value)) return value.flatMap((item) => textLines(itemText(say, item, field, names)));
  if (typeof value === 'boolean') return textLines(say(value ? 'ui.overtaken.yes' : 'ui.overtaken.no'));
  if (isFields(value)) return textLines(field?.tell ? field.tell(say, value) : wordsIn(value));
  return textLines(shownValue(say, asField(field), value, names));
}

/** A text that is nothing but an empty paragraph says nothing. */
function withWords(lines: Line[]): Line[] {
  return lines.some(({ cells }) => cells.some((cell) => cell.some(({ type }) => type !== 'end')))
    ? lines
    : [];
}

export function textLines(text: string): Line[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => ({ cells: [textToken(line)], headers: [] }));
}

function itemText(say: Say, item: unknown, field?: ToldField, names?: Names): string {
  if (typeof item !== 'object' && !field?.tell) return String(item);
  if (asField(field)?.tell) return shownItem(say, asField(field), item, names);
  return field?.tell ? field.tell(say, item) : wordsIn(item).replace(/\n/gu, ', ');
}

function asField(field: ToldField | undefined): Field | undefined {
  return field && 'kind' in field ? field : undefined;
}

function isBody(value: unknown): value is Body {
  return isFields(value) && value.type === 'doc' && Array.isArray(value.content);
}
