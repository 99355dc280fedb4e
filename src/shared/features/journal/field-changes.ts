import { dynamicText, type Say } from '../../i18n/translate.ts';
import type { Field } from '../../record.ts';
import { fieldOf, recordOf } from '../../record-lookup.ts';
import { shownItem, shownValue } from '../../record-words.ts';
import { change } from '../documents/in-force.ts';
import { changeText } from '../documents/register-text.ts';
import { accountText, hasText } from './account.ts';
import type { RowChange } from './contract.ts';

/** Whether the history tells of a column. One that no record of today has is of an older version: it is told. */
export function isTold(table: string, column: string): boolean {
  const record = recordOf(table);
  if (!record) return true;
  if (column === 'id' || column in record.derived) return false;
  const field = fieldOf(table, column);
  return field === undefined || (field.label !== null && !field.isSilent && field.kind !== 'link');
}

export type ShownChange = { field: string; label: string; before: string; after: string };

/** The changes of one row in words; fields without a name in the catalogue are gathered under one. */
export function shownChanges(say: Say, row: RowChange): ShownChange[] {
  return row.fields
    .filter(({ field }) => isTold(row.table, field))
    .map((one) => ({
      field: one.field,
      label: labelOf(say, row.table, one.field),
      ...bothSides(say, fieldOf(row.table, one.field), one),
    }))
    .filter(({ before, after }) => before !== after);
}

type FieldChange = RowChange['fields'][number];

/** Of two lists only the items that went and came; of two long texts the place where they differ. */
function bothSides(
  say: Say,
  field: Field | undefined,
  { field: column, before, after, account }: FieldChange,
): Pick<ShownChange, 'before' | 'after'> {
  // A record that came has nothing that changed in it: only a text that is there is told.
  if (account && before === null && !hasText(account)) return { before: '', after: '' };
  if (account) return { before: '', after: accountText(say, account) };
  const [old, young] = [listOf(before), listOf(after)];
  if (old && young && old.length + young.length > 0) {
    const words = (items: readonly unknown[]) =>
      cut(items.map((item) => itemText(say, column, field, item)).join('; '));
    const keys = (items: readonly unknown[]) => new Set(items.map((item) => JSON.stringify(item)));
    const [oldKeys, youngKeys] = [keys(old), keys(young)];
    const went = words(old.filter((item) => !youngKeys.has(JSON.stringify(item))));
    const came = words(young.filter((item) => !oldKeys.has(JSON.stringify(item))));
    return { before: went, after: went || came ? came : say('journal.value.reordered') };
  }
  return closeUp(shownValue(say, field, before), shownValue(say, field, after));
}

/** What a field is called; of an older version by its column, where the catalogue still knows it. */
function labelOf(say: Say, table: string, column: string): string {
  const label = fieldOf(table, column)?.label;
  return label ? say(label) : dynamicText(say, `journal.field.${column}`, 'journal.field.other');
}

/** A stored list; an empty value is one without items. */
function listOf(value: unknown): unknown[] | null {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'string' || !value.startsWith('[')) return null;
  try {
    const items: unknown = JSON.parse(value);
    return Array.isArray(items) ? items : null;
  } catch {
    return null;
  }
}

/** What later documents did to this one is no column of its own: `related` adds it. */
function itemText(say: Say, column: string, field: Field | undefined, item: unknown): string {
  const later = column === 'changed_by' ? change.safeParse(item) : null;
  return later?.success ? changeText(later.data, say) : shownItem(say, field, item);
}

const longest = 160;
/** What is shown of a long text before the place where it changed. */
const lead = 30;

function closeUp(before: string, after: string): { before: string; after: string } {
  if (before.length <= longest && after.length <= longest) return { before, after };
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = same > lead ? before.lastIndexOf(' ', same - lead) + 1 : 0;
  const part = (text: string) => cut(from > 0 && text !== '' ? `…${text.slice(from)}` : text);
  return { before: part(before), after: part(after) };
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
