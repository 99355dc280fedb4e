import type { z } from 'zod';
import { AppError } from './errors.ts';

/*
 * What is stored is read, not believed: by the schema of the form in which it was written. The forms of a value are
 * counted from 1; from the second on it is stored with its number, `{"version":2,"value":…}`, and the first is stored bare.
 * An older form is made into today's while it is read, step by step. What is stored stays as it is, byte by byte: undo
 * compares it.
 */

export type Stored<S extends z.ZodType = z.ZodType> = {
  /** Of today's form. */
  schema: S;
  parse: (text: string) => z.output<S> | Unreadable;
  /** @throws AppError CONTENT_DAMAGED */
  read: (text: string, where: () => Where) => z.output<S>;
  write(value: z.output<S>): string;
  /** The form that comes after this one, and what makes a value of this one into it. */
  next: <N extends z.ZodType>(schema: N, step: Step<S, N>) => Stored<N>;
};

/** Stands for what cannot be read; whoever meets it tells of it. */
export const unreadable = Symbol('unreadable');
type Unreadable = typeof unreadable;

/** Whose value it is, as a refusal tells it: what the record is called, and the id of the field's label. */
export type Where = { name: string; field: string };

export function damaged(params: Where): AppError {
  return new AppError('CONTENT_DAMAGED', params.name === '' ? { reason: 'unnamed', params } : { params });
}

export function isDamage(error: unknown): boolean {
  return error instanceof AppError && error.code === 'CONTENT_DAMAGED';
}

type Step<S extends z.ZodType, N extends z.ZodType> = {
  upgrade: (before: z.output<S>) => z.output<N>;
  /** It was written without a number all the same, before forms were counted: it is known by its schema. */
  isBare?: true;
};

/** A value of whichever form, as one of today's; `version` null: it stands there bare. */
type Take<S extends z.ZodType> = (value: unknown, version: number | null) => z.output<S> | Unreadable;

type Form<S extends z.ZodType> = {
  schema: S;
  version: number;
  isBare: boolean;
  takeOlder: Take<S> | null;
  /** What no step may change. */
  kept: (value: unknown) => string;
};

/**
 * The first form of a value. Its schema must take a value as it is: what is read is the stored value itself, so that
 * written back it is the same bytes.
 * @param kept what every later step has to leave as it was, in a form that can be compared
 */
export function storedAs<S extends z.ZodType>(schema: S, kept: Form<S>['kept'] = () => ''): Stored<S> {
  return storedIn({ schema, version: 1, isBare: true, takeOlder: null, kept });
}

function storedIn<S extends z.ZodType>({
  schema,
  version: own,
  isBare,
  takeOlder,
  kept,
}: Form<S>): Stored<S> {
  const isSound = guardOf(schema);

  function take(value: unknown, version: number | null, text?: string): z.output<S> | Unreadable {
    const mayBeOwn = version === null ? isBare : version === own;
    if (mayBeOwn && isSound(value, text)) return value;
    if (!takeOlder || version === own) return unreadable;
    const made = takeOlder(value, version);
    return made !== unreadable && isSound(made) ? made : unreadable;
  }

  function parse(text: string): z.output<S> | Unreadable {
    const parsed = parsedJson(text);
    if (parsed === unreadable) return unreadable;
    const { version, value } = unwrapped(parsed);
    return take(value, version, text);
  }

  return {
    schema,
    parse,
    read: (text, where) => {
      const value = parse(text);
      if (value === unreadable) throw damaged(where());
      return value;
    },
    write: (value) => JSON.stringify(isBare ? value : { version: own, value }),
    next: (nextSchema, { upgrade, isBare: wasBare = false }) =>
      storedIn({
        schema: nextSchema,
        version: own + 1,
        isBare: wasBare,
        takeOlder: (value, version) => {
          const before = take(value, version);
          if (before === unreadable) return unreadable;
          const after = upgrade(before);
          if (kept(before) !== kept(after)) throw new Error(`form ${own + 1} changes what has to stay`);
          return after;
        },
        kept,
      }),
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return unreadable;
  }
}

function unwrapped(parsed: unknown): { version: number | null; value: unknown } {
  const isWrapped =
    typeof parsed === 'object' &&
    parsed !== null &&
    'version' in parsed &&
    'value' in parsed &&
    Object.keys(parsed).length === 2 &&
    typeof parsed.version === 'number';
  return isWrapped
    ? { version: Number(parsed.version), value: parsed.value }
    : { version: null, value: parsed };
}

/** Letters of texts that were looked at: some long documents, or many short lists. */
const mostRemembered = 2_000_000;
/** What a text takes beside its letters. */
const perText = 50;

type Guard<S extends z.ZodType> = (value: unknown, text?: string) => value is z.output<S>;

/** Whether a value is of the schema. A text that was sound once is sound: what is opened again is not looked at again. */
function guardOf<S extends z.ZodType>(schema: S): Guard<S> {
  const sound = new Set<string>();
  let letters = 0;
  return (value, text): value is z.output<S> => {
    if (text !== undefined && sound.has(text)) return true;
    if (!schema.safeParse(value).success) return false;
    if (text === undefined) return true;
    sound.add(text);
    letters += text.length + perText;
    for (const oldest of sound) {
      if (letters <= mostRemembered) break;
      sound.delete(oldest);
      letters -= oldest.length + perText;
    }
    return true;
  };
}
