import type { Block, Body, Inline } from '../../../text-model/body.ts';
import { applyDetail, type Rebuild } from '../../../text-model/compare/blocks.ts';
import type { Line } from '../../../text-model/compare/lines.ts';
import type { BlockChange, BlockDetail, LineChange, Token } from '../../../text-model/compare/schema.ts';
import { applyWords, textToken } from '../../../text-model/compare/words.ts';
import type { DocumentFields } from '../schema.ts';
import { linesOf } from './compare-documents.ts';
import type { Comparison, FieldChange } from './schema.ts';

/** The new document from the old one and the comparison: what stayed is taken from the old one. */
export function applyComparison(
  before: DocumentFields,
  { fields, blocks }: Pick<Comparison, 'fields' | 'blocks'>,
): DocumentFields {
  const changed = Object.fromEntries(fields.map((change) => [change.field, fieldAfter(before, change)]));
  const old = before.body.content;
  let next = 0;
  const blocksAfter = (change: BlockChange): Block[] => {
    switch (change.kind) {
      case 'added':
        return [change.block];
      case 'movedHere':
        return old.slice(change.from, change.from + 1);
      case 'removed':
      case 'movedAway':
        next += 1;
        return [];
      case 'same':
        next += 1;
        return old.slice(next - 1, next);
      case 'changed': {
        if (change.move === null) next += 1;
        const block = old[change.from];
        return block ? [applyDetail(block, change.detail, rebuild)] : [];
      }
    }
  };
  const body: Body = { type: 'doc', content: blocks.flatMap(blocksAfter) };
  return { ...before, ...changed, body };
}

function fieldAfter(before: DocumentFields, change: FieldChange): unknown {
  switch (change.kind) {
    case 'value':
      return change.after;
    case 'line':
      return textOf(applyWords(textToken(String(before[change.field])), change.words));
    case 'list':
      return linesAfter(linesOf(before[change.field]), change.lines).map(({ cells }) =>
        textOf(cells[0] ?? []),
      );
  }
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.type === 'text' ? token.text : '')).join('');
}

const rebuild: Rebuild = {
  words: (before, words) =>
    applyWords(before, words).flatMap((token) => (token.type === 'end' ? [] : [token])),
  lines: (before, detail) => blockOf(detail, linesAfter(before, detail.lines)),
};

function linesAfter(before: readonly Line[], changes: readonly LineChange[]): Line[] {
  let next = 0;
  return changes.flatMap(({ kind, cells, headers }): Line[] => {
    const old = kind === 'added' ? undefined : before[next];
    if (kind !== 'added') next += 1;
    if (kind === 'removed') return [];
    return [{ headers, cells: cells.map((words, column) => applyWords(old?.cells[column] ?? [], words)) }];
  });
}

function blockOf({ type }: Extract<BlockDetail, { form: 'lines' }>, lines: readonly Line[]): Block {
  if (type === 'bulletList')
    return {
      type,
      content: lines.map(({ cells }) => ({ type: 'listItem', content: paragraphsOf(cells[0] ?? []) })),
    };
  return {
    type,
    content: lines.map(({ cells, headers }) => ({
      type: 'tableRow',
      content: cells.map((cell, column) => ({
        type: 'tableCell',
        attrs: { header: headers[column] ?? false },
        content: paragraphsOf(cell),
      })),
    })),
  };
}

type Paragraph = Extract<Block, { type: 'paragraph' }>;

function paragraphsOf(tokens: readonly Token[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let content: Inline[] = [];
  for (const token of tokens) {
    if (token.type === 'end') {
      paragraphs.push({ type: 'paragraph', content });
      content = [];
    } else content.push(token);
  }
  return paragraphs;
}
