import type { z } from 'zod';
import { isFields, partAt } from '#renderer/lib/plain.ts';
import { isNode, linesOf, wordsIn } from './draft-words.ts';

/** `form`: null when none of it fits. `words`: what was typed and has no place in the form any more. */
export type Read<T> = { form: T | null; words: string };

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];
type Fields = Record<string, unknown>;

/** More than the depth of anything that a form holds. */
const mostRounds = 50;

/**
 * What a form of any version held, as the form of today holds it: what its schema knows no place for is taken out and its words
 * are kept, what is missing is as in the record. What is merely typed wrong stays, to be refused where it stands.
 */
export function readLeniently<T extends object>(
  schema: z.ZodType<unknown, T>,
  stored: unknown,
  record: T,
): Read<T> {
  const value: unknown = structuredClone(stored);
  if (!isFields(value)) return { form: null, words: wordsIn(value) };
  for (const field in record) if (!(field in value)) value[field] = structuredClone(record[field]);
  const words: string[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    if (fits(schema, value)) return { form: value, words: linesOf(words) };
    mend(value, misfitsOf(schema, value), record, words);
  }
  return { form: null, words: linesOf([...words, wordsIn(value)]) };
}

function fits<T>(schema: z.ZodType<unknown, T>, value: unknown): value is T {
  return misfitsOf(schema, value).length === 0;
}

/** Where it is built otherwise than the schema says; how long something is or how a date is written is not about that. */
function misfitsOf(schema: z.ZodType, value: unknown): Issue[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.filter((issue) => {
    if (issue.code === 'invalid_type') return !isTypedWrong(issue.expected, partAt(value, issue.path));
    return ['unrecognized_keys', 'invalid_value', 'invalid_union', 'invalid_key', 'invalid_element'].includes(
      issue.code,
    );
  });
}

/** A field that was emptied, or one of numbers in which something else was typed. */
function isTypedWrong(expected: string, found: unknown): boolean {
  if (expected === 'string') return found === null;
  const isNumber = expected === 'number' || expected === 'int';
  return isNumber && (found === null || typeof found === 'string' || typeof found === 'number');
}

/** Takes out what does not fit; where the record has something in its place, that stands there then. */
function mend(value: Fields, misfits: readonly Issue[], record: unknown, words: string[]): void {
  // Lists from which something was taken, the deepest first: their places are counted through those around them.
  const lists = new Map<string, Path>();
  const nextList = () => [...lists].sort(([, one], [, other]) => other.length - one.length)[0];

  function giveUp(path: Path): void {
    const key = path.at(-1);
    const around = path.slice(0, -1);
    const holder = partAt(value, around);
    if (key === undefined) return;
    if (Array.isArray(holder)) {
      words.push(wordsIn(holder[Number(key)]));
      holder[Number(key)] = gone;
      lists.set(around.join('.'), around);
    } else if (isFields(holder)) {
      const field = String(key);
      const saved = fieldAt(record, path);
      if (field in holder) words.push(wordsIn(holder[field]));
      if (saved !== undefined) holder[field] = structuredClone(saved);
      else if (field in holder) delete holder[field];
      else giveUp(around);
    }
  }

  for (const issue of misfits) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) giveUp([...issue.path, key]);
    else giveUp(isAboutKind(issue, value) ? issue.path.slice(0, -1) : issue.path);
  }
  for (let next = nextList(); next; next = nextList()) {
    const [name, path] = next;
    lists.delete(name);
    const list = partAt(value, path);
    if (!Array.isArray(list)) continue;
    for (let at = list.length - 1; at >= 0; at -= 1) if (list[at] === gone) list.splice(at, 1);
    // A node of a text is nothing without what was in it.
    if (list.length === 0 && path.at(-1) === 'content') giveUp(path.slice(0, -1));
  }
}

const gone = Symbol('taken out');

/** Of a thing whose kind is not known, nothing is. */
function isAboutKind(issue: Issue, value: Fields): boolean {
  const last = issue.path.at(-1);
  if (issue.code === 'invalid_union') return last !== undefined && last === issue.discriminator;
  return last === 'type' && isNode(partAt(value, issue.path.slice(0, -1)));
}

/** What the record has at the place; in a list it may have another thing there, so that nothing is taken from it. */
function fieldAt(record: unknown, path: Path): unknown {
  return path.reduce((part, key) => (isFields(part) ? part[String(key)] : undefined), record);
}
