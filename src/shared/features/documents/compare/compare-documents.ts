import { canonical, compareBlocks } from '../../../text-model/compare/blocks.ts';
import { compareLines, type Line } from '../../../text-model/compare/lines.ts';
import { compareWords, textToken } from '../../../text-model/compare/words.ts';
import type { DocumentFields } from '../schema.ts';
import type { Comparison, FieldChange } from './schema.ts';

const lineFields = ['subject', 'openingLine', 'authority', 'signerTitle', 'signerName'] as const;
const listFields = ['addressees', 'bases', 'recipients'] as const;
const valueFields = [
  'issuer',
  'type',
  'date',
  'conferenceId',
  'draftRound',
  'urgency',
  'circulation',
  'copies',
  'effectiveFrom',
  'relations',
] as const;

/** What changed from one version of a document to another, in the order of the paper. */
export function compareDocuments(before: DocumentFields, after: DocumentFields): Comparison {
  const values = valueFields.flatMap((field): FieldChange[] =>
    JSON.stringify(canonical(before[field])) === JSON.stringify(canonical(after[field]))
      ? []
      : [{ kind: 'value', field, before: before[field], after: after[field] }],
  );
  const [subject, ...others] = lineFields.map((field): FieldChange[] =>
    before[field] === after[field]
      ? []
      : [{ kind: 'line', field, words: compareWords(textToken(before[field]), textToken(after[field])) }],
  );
  const lists = listFields.map((field): FieldChange[] =>
    JSON.stringify(before[field]) === JSON.stringify(after[field])
      ? []
      : [{ kind: 'list', field, lines: compareLines(linesOf(before[field]), linesOf(after[field])) }],
  );
  return {
    fields: [...values, ...(subject ?? []), ...lists.flat(), ...others.flat()],
    blocks: compareBlocks(before.body.content, after.body.content),
  };
}

export function linesOf(values: readonly string[]): Line[] {
  return values.map((value) => ({ cells: [textToken(value)], headers: [] }));
}

/** How many places there are to look at. */
export function countChanges({ fields, blocks }: Comparison): number {
  return fields.length + blocks.filter(({ kind }) => kind !== 'same').length;
}
