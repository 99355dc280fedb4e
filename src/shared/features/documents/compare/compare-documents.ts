import { canonical, compareBlocks } from '../../../text-model/compare/blocks.ts';
import { compareLines, type Line } from '../../../text-model/compare/lines.ts';
import { compareWords, textToken } from '../../../text-model/compare/words.ts';
import { documentRecord } from '../records.ts';
import { type DocumentFields, documentFields } from '../schema.ts';
import type { Comparison, FieldChange } from './schema.ts';

type Name = keyof DocumentFields;
const names = documentFields.keyof().options;
const lines = names.filter((name) => ['line', 'list'].includes(documentRecord.fields[name].kind));
/** What is neither words nor the text. */
const values = names.filter((name) => !['line', 'list', 'text'].includes(documentRecord.fields[name].kind));

/** What changed from one version of a document to another: what it is first, then its words in the order of the paper. */
export function compareDocuments(before: DocumentFields, after: DocumentFields): Omit<Comparison, 'names'> {
  return {
    fields: [...values, ...lines].flatMap((field) => fieldChange(field, before[field], after[field])),
    blocks: compareBlocks(before.body.content, after.body.content),
  };
}

function fieldChange(field: Name, before: unknown, after: unknown): FieldChange[] {
  if (JSON.stringify(canonical(before)) === JSON.stringify(canonical(after))) return [];
  switch (documentRecord.fields[field].kind) {
    case 'line': {
      const words = compareWords(textToken(String(before)), textToken(String(after)));
      return [{ kind: 'line', field, words }];
    }
    case 'list': {
      const changed = compareLines(linesOf(before), linesOf(after));
      return [{ kind: 'list', field, lines: changed }];
    }
    default:
      return [{ kind: 'value', field, before, after }];
  }
}

/** Of a list: a line each. */
export function linesOf(value: unknown): Line[] {
  const lines: unknown[] = Array.isArray(value) ? value : [];
  return lines.map((line) => ({ cells: [textToken(String(line))], headers: [] }));
}

/** How many places there are to look at. */
export function countChanges({ fields, blocks }: Pick<Comparison, 'fields' | 'blocks'>): number {
  return fields.length + blocks.filter(({ kind }) => kind !== 'same').length;
}
