import { dynamicText, isMessageId, type Say } from '../../i18n/translate.ts';
import { showDate } from '../../text/dates.ts';
import { isQuantity, showQuantity } from '../../text/quantities.ts';
import type { Change } from '../documents/in-force.ts';
import { changeText } from '../documents/register-text.ts';
import { type DocumentType, documentTypes, typeName } from '../documents/types.ts';
import { accountText, hasText } from './account.ts';
import type { RowChange } from './contract.ts';

/** Columns that say nothing to a clerk: keys, places in an order or a text, folded copies, what a file is to machines. */
export const silentField =
  /^(?:id|list_order|created_at|added_at|owner_kind|media_type|size|counter|is_from_paper|(?:pdf_)?sha256|pdf_pages|.*_id|folded_.*|issued_print|minutes_print|minutes_issuer|actor|assignee|position|block|field|part|.*_letter|(?:.*_)?seq|at|given_at|settled_at|settled_by|pin_set_at)$/u;

/** What the sentence of the command says already: which step it was, and who took it. */
const silentOf: Readonly<Record<string, readonly string[]>> = { document_step: ['kind', 'actor_name'] };

export type ShownChange = { field: string; label: string; before: string; after: string };

/** The changes of one row in words; fields without a name in the catalogue are gathered under one. */
export function shownChanges(say: Say, row: RowChange): ShownChange[] {
  return row.fields
    .filter(({ field }) => !silentField.test(field) && !silentOf[row.table]?.includes(field))
    .map((change) => ({
      field: change.field,
      label: labelOf(say, row.table, change.field),
      ...bothSides(say, change),
    }))
    .filter(({ before, after }) => before !== after);
}

type FieldChange = RowChange['fields'][number];

/** Of two lists only the items that went and came; of two long texts the place where they differ. */
function bothSides(
  say: Say,
  { field, before, after, account }: FieldChange,
): Pick<ShownChange, 'before' | 'after'> {
  // A record that came has nothing that changed in it: only a text that is there is told.
  if (account && before === null && !hasText(account)) return { before: '', after: '' };
  if (account) return { before: '', after: accountText(say, account) };
  const [old, young] = [listOf(before), listOf(after)];
  if (old && young && old.length + young.length > 0) {
    const words = (items: readonly unknown[]) => cut(items.map((item) => itemText(say, item)).join('; '));
    const keys = (items: readonly unknown[]) => new Set(items.map((item) => JSON.stringify(item)));
    const [oldKeys, youngKeys] = [keys(old), keys(young)];
    const went = words(old.filter((item) => !youngKeys.has(JSON.stringify(item))));
    const came = words(young.filter((item) => !oldKeys.has(JSON.stringify(item))));
    return { before: went, after: went || came ? came : say('journal.value.reordered') };
  }
  return closeUp(shownValue(say, field, before), shownValue(say, field, after));
}

/** What a field is called, in its table or anywhere. */
function labelOf(say: Say, table: string, field: string): string {
  const own = `journal.field.${table}.${field}`;
  return isMessageId(own) ? say(own) : dynamicText(say, `journal.field.${field}`, 'journal.field.other');
}

/** Of whose values the catalogue has words elsewhere. */
const valueWords: Record<string, string> = {
  issuer: 'documents.issuer',
  urgency: 'documents.urgency',
  circulation: 'documents.circulation',
};

/** A stored value as the clerk would read it. */
function shownValue(say: Say, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '' || value === 'none' || value === '[]') return '';
  if (typeof value === 'number') return String(value);
  const text = String(value);
  const word = `${valueWords[field] ?? `journal.value.${field}`}.${text}`;
  if (isMessageId(word)) return say(word);
  if (field === 'type' && documentTypes.some((type) => type === text)) return typeName(text as DocumentType);
  if (/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/u.test(text)) return showDate(text);
  if (field === 'quantity' && isQuantity(text)) return showQuantity(text);
  if (text.startsWith('{')) return say('journal.value.text');
  return text;
}

/** A stored list; an empty value is one without items. */
function listOf(value: unknown): unknown[] | null {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'string' || !value.startsWith('[')) return null;
  try {
    return JSON.parse(value) as unknown[];
  } catch {
    return null;
  }
}

function itemText(say: Say, item: unknown): string {
  return typeof item === 'string' ? item : relationText(say, item as Related | Change);
}

type Related = { kind?: string; part?: string; name?: string };

/** "Thay thế khoản 2 mục I Nghị quyết 12-NQ/ĐU, ngày 24/12/2021"; "Bị thay thế bởi …" from the other side. */
function relationText(say: Say, item: Related | Change): string {
  if ('from' in item) return changeText(item, say);
  const word = `documents.relation.${item.kind}`;
  if (!isMessageId(word)) return say('journal.value.text');
  return [say(word), item.part, item.name].filter(Boolean).join(' ');
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
