import { dynamicText, type Translate } from '#renderer/lib/i18n.tsx';
import { isMessageId } from '#shared/i18n/translate.ts';
import { showDate } from '#shared/text/dates.ts';
import { isQuantity, showQuantity } from '#shared/text/quantities.ts';
import type { RowChange } from './types.ts';

/** Columns that say nothing to a clerk: keys, places in an order, folded copies, what a file is to machines. */
const silent =
  /^(?:id|list_order|created_at|added_at|owner_kind|media_type|size|sha256|.*_id|folded_.*|issued_print|minutes_print)$/u;

export type ShownChange = { field: string; label: string; before: string; after: string };

/** The changes of one row in words; fields without a name in the catalogue are gathered under one. */
export function shownChanges(t: Translate, row: RowChange): ShownChange[] {
  return row.fields
    .filter(({ field }) => !silent.test(field))
    .map(({ field, before, after }) => ({
      field,
      label: dynamicText(t, `journal.field.${field}`, 'journal.field.other'),
      before: shownValue(t, field, before),
      after: shownValue(t, field, after),
    }))
    .filter(({ before, after }) => before !== after || before !== '');
}

/** A stored value as the clerk would read it; long text is cut, the text of a document only named. */
function shownValue(t: Translate, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'number') return String(value);
  const text = String(value);
  const word = `journal.value.${field}.${text}`;
  if (isMessageId(word)) return t(word);
  if (/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/u.test(text)) return showDate(text);
  if (field === 'quantity' && isQuantity(text)) return showQuantity(text);
  const structured = listOrBody(text);
  if (structured === 'body') return t('journal.value.text');
  return cut(structured ?? text);
}

function listOrBody(text: string): string | null {
  if (!/^[[{]/u.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.join('; ') : 'body';
  } catch {
    return null;
  }
}

function cut(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
