import { isMessageId, type Say } from './i18n/translate.ts';
import type { Field } from './record.ts';
import { showDate } from './text/dates.ts';

/** What the records are called that values name, by id. */
export type Names = Readonly<Record<string, string>>;

/** A value as the clerk would read it, stored or read; empty for none. The same in the history and in comparisons. */
export function shownValue(say: Say, field: Field | undefined, value: unknown, names: Names = {}): string {
  if (value === null || value === undefined || value === '' || value === 'none' || value === '[]') return '';
  if (Array.isArray(value)) return value.map((item) => shownItem(say, field, item, names)).join('; ');
  if (typeof value === 'number') return String(value);
  const text = String(value);
  const word = `${field?.words}.${text}`;
  if (isMessageId(word)) return say(word);
  if (field?.link) return names[text] || say('journal.value.text');
  if (field?.tell) return field.tell(say, value);
  if (/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/u.test(text)) return showDate(text);
  if (text.startsWith('{')) return say('journal.value.text');
  return text;
}

/** An item of a list, or of a value with parts. */
export function shownItem(say: Say, field: Field | undefined, item: unknown, names: Names = {}): string {
  const id = idIn(field, item);
  const called = isObject(item) && id !== null && id in names ? { ...item, name: names[id] } : item;
  if (field?.tell) return field.tell(say, called);
  return typeof item === 'string' ? item : say('journal.value.text');
}

/** The id of the record that an item names. */
function idIn(field: Field | undefined, item: unknown): string | null {
  if (!field?.refers || !isObject(item)) return null;
  const id = new Map<string, unknown>(Object.entries(item)).get(field.refers.key);
  return typeof id === 'string' ? id : null;
}

function isObject(item: unknown): item is object {
  return typeof item === 'object' && item !== null;
}

/** The records that a value names. */
export function namedIn(field: Field | undefined, value: unknown): { table: string; id: string }[] {
  if (field?.link && typeof value === 'string') return [{ table: field.link.to, id: value }];
  const items = Array.isArray(value) ? value : [];
  return items.flatMap((item) => {
    const id = idIn(field, item);
    return id === null || !field?.refers ? [] : [{ table: field.refers.to, id }];
  });
}
