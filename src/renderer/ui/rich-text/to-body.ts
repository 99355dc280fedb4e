import type { JSONContent } from '@tiptap/react';
import { id } from '#shared/fields.ts';
import { withoutHeapsOfMarks } from '#shared/text/marks.ts';
import {
  type Block,
  type Body,
  findingKinds,
  type Inline,
  liveSources,
  type Mark,
  type Speaker,
  speechParts,
  tableLimits,
} from '#shared/text-model/body.ts';
import type { ClauseRef, LiveText } from '#shared/text-model/clauses.ts';

type ListItem = Extract<Block, { type: 'bulletList' }>['content'][number];
type Paragraph = ListItem['content'][number];
type Table = Extract<Block, { type: 'table' }>;
type Row = Table['content'][number];
type Cell = Row['content'][number];

/** The longest text node that the schema takes. */
const longestText = 200_000;

// What the schema refuses; a tab or a line break within a line is only a blank there.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;

/**
 * What the editor holds, as the document model: NFC, only the attributes and marks that the model has, nothing of the
 * words lost. An unknown block (there is none in our own editor) comes out as its paragraphs.
 */
export function toBody(json: JSONContent): Body {
  const content = blocks(json.content ?? []);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function cleanText(text: string): string {
  return withoutHeapsOfMarks(text.toWellFormed()).normalize('NFC').replace(control, '');
}

function blocks(nodes: readonly JSONContent[]): Block[] {
  const result: Block[] = [];
  let loose: JSONContent[] = [];
  const settle = () => {
    if (loose.length > 0) result.push(withContent({ type: 'paragraph' }, inlines(loose)));
    loose = [];
  };
  for (const node of nodes) {
    if (isInline(node)) {
      loose.push(node);
      continue;
    }
    settle();
    result.push(...block(node));
  }
  settle();
  return result;
}

function block(node: JSONContent): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [withContent({ type: 'paragraph' }, inlines(node.content))];
    case 'heading':
      return [withContent({ type: 'heading', attrs: headingAttrs(node) }, inlines(node.content))];
    case 'bulletList': {
      const items = (node.content ?? []).map(listItem);
      return items.length > 0 ? [{ type: 'bulletList', content: items }] : [];
    }
    case 'indicatorTable':
      return [{ type: 'indicatorTable', attrs: tableAttrs(node.attrs ?? {}) }];
    case 'appendix':
      return [
        {
          type: 'appendix',
          attrs: {
            title: oneLine(node.attrs?.title, 500),
            isLandscape: node.attrs?.isLandscape === true,
          },
        },
      ];
    case 'table':
      return tables(node);
    default:
      return blocks(node.content ?? []);
  }
}

/** Rows beyond the limit go on in a table of their own; cells beyond it stand in the last one. */
function tables(node: JSONContent): Table[] {
  const rows = (node.content ?? []).map((row) => cells(row));
  const width = Math.min(tableLimits.columns, Math.max(0, ...rows.map((row) => row.length)));
  if (width === 0) return [];
  const even = rows.map((row): Row => ({ type: 'tableRow', content: fitted(row, width) }));
  const count = Math.ceil(even.length / tableLimits.rows);
  return Array.from({ length: count }, (_, i) => ({
    type: 'table',
    content: even.slice(i * tableLimits.rows, (i + 1) * tableLimits.rows),
  }));
}

function cells(row: JSONContent): Cell[] {
  const inner = row.type === 'tableRow' ? (row.content ?? []) : [row];
  return inner.map((cell) =>
    tableCell(cell.attrs?.header === true, cell.type === 'tableCell' ? cell.content : [cell]),
  );
}

function tableCell(header: boolean, content: readonly JSONContent[] = []): Cell {
  const inner = blocks(content).flatMap(paragraphs);
  return {
    type: 'tableCell',
    attrs: { header },
    content: inner.length > 0 ? inner : [{ type: 'paragraph' }],
  };
}

function fitted(row: Cell[], width: number): Cell[] {
  const result = row.slice(0, width);
  while (result.length < width) result.push(tableCell(row[0]?.attrs.header ?? false));
  for (const cell of row.slice(width)) result[width - 1]?.content.push(...cell.content);
  return result;
}

function listItem(node: JSONContent): ListItem {
  const inner = node.type === 'listItem' ? (node.content ?? []) : [node];
  const content = blocks(inner).flatMap(paragraphs);
  return { type: 'listItem', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** A list or a table within an item or a cell is not in the model, nor is a heading: their words are kept as paragraphs. */
function paragraphs(node: Block): Paragraph[] {
  switch (node.type) {
    case 'paragraph':
      return [node];
    case 'heading':
      return [withContent({ type: 'paragraph' }, node.content ?? [])];
    case 'bulletList':
      return node.content.flatMap((item) => item.content);
    case 'indicatorTable':
      return [];
    case 'appendix':
      return [withContent({ type: 'paragraph' }, plainWords(node.attrs.title))];
    case 'table':
      return node.content.flatMap((row) => row.content).flatMap((cell) => cell.content);
  }
}

function tableAttrs(attrs: Record<string, unknown>): Extract<Block, { type: 'indicatorTable' }>['attrs'] {
  const ids = Array.isArray(attrs.indicatorIds) ? attrs.indicatorIds : [];
  return {
    period: String(attrs.period ?? ''),
    indicatorIds: ids.filter((value): value is string => typeof value === 'string'),
    caption: cleanText(String(attrs.caption ?? '')),
    ...seenFigures(attrs.seen),
  };
}

const inlineTypes: ReadonlySet<string> = new Set(['text', 'hardBreak', 'speaker', 'clauseRef', 'liveText']);

function isInline(node: JSONContent): boolean {
  return inlineTypes.has(node.type ?? '');
}

function inlines(nodes: readonly JSONContent[] = []): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    const marks = marksOf(node);
    if (node.type === 'hardBreak') return [{ type: 'hardBreak', ...marks }];
    if (node.type === 'speaker') return speaker(node.attrs ?? {});
    if (node.type === 'clauseRef') return clauseRef(node.attrs ?? {});
    if (node.type === 'liveText') return liveText(node.attrs ?? {});
    if (node.type !== 'text') return inlines(node.content);
    return pieces(cleanText(node.text ?? '')).map((text) => ({ type: 'text', text, ...marks }));
  });
}

/** What refers to nothing stays as its words. */
function clauseRef(attrs: Record<string, unknown>): (ClauseRef | Inline)[] {
  const label = oneLine(attrs.label, 300);
  const isElsewhere = typeof attrs.documentId === 'string';
  if (!isId(attrs.clauseId) || (isElsewhere && !isId(attrs.documentId))) return plainWords(label);
  const documentId = isId(attrs.documentId) ? attrs.documentId : null;
  return [{ type: 'clauseRef', attrs: { documentId, clauseId: attrs.clauseId, label } }];
}

function liveText(attrs: Record<string, unknown>): (LiveText | Inline)[] {
  const seen = oneLine(attrs.seen, 2_000);
  const source = liveSources.find((known) => known === attrs.source);
  if (!source || !isId(attrs.refId)) return plainWords(seen);
  return [{ type: 'liveText', attrs: { source, refId: attrs.refId, seen } }];
}

function plainWords(text: string): Inline[] {
  return text ? [{ type: 'text', text }] : [];
}

function isId(value: unknown): value is string {
  return id.safeParse(value).success;
}

/** More figures than the model keeps are not watched. */
function seenFigures(value: unknown): { seen?: string } {
  const seen = typeof value === 'string' && value.length <= 10_000 ? oneLine(value, 10_000) : '';
  return seen ? { seen } : {};
}

/** A chip without a name is none. */
function speaker(attrs: Record<string, unknown>): Speaker[] {
  const name = oneLine(attrs.name, 100);
  if (name === '') return [];
  return [
    {
      type: 'speaker',
      attrs: {
        memberId: typeof attrs.memberId === 'string' ? attrs.memberId : null,
        name,
        title: oneLine(attrs.title, 200),
        part: speechParts.find((part) => part === attrs.part) ?? 'statement',
      },
    },
  ];
}

function oneLine(value: unknown, longest: number): string {
  return cleanText(String(value ?? ''))
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}

/** Always in one order and with only the attributes of the model, so that two equal texts are equal JSON. */
function marksOf(node: JSONContent): { marks?: Mark[] } {
  const found = node.marks ?? [];
  const faces = (['bold', 'italic'] as const)
    .filter((type) => found.some((mark) => mark.type === type))
    .map((type): Mark => ({ type }));
  const finding = found.find((mark) => mark.type === 'finding')?.attrs;
  const kind = findingKinds.find((known) => known === finding?.kind);
  const marks: Mark[] = [
    ...faces,
    ...(kind && finding?.id ? [{ type: 'finding' as const, attrs: { id: String(finding.id), kind } }] : []),
  ];
  return marks.length > 0 ? { marks } : {};
}

function pieces(text: string): string[] {
  const result: string[] = [];
  let rest = text;
  while (rest.length > longestText) {
    // Never between the two halves of a letter outside the basic plane.
    const isHigh = /[\ud800-\udbff]/.test(rest.charAt(longestText - 1));
    const cut = isHigh ? longestText - 1 : longestText;
    result.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  if (rest) result.push(rest);
  return result;
}

/** Only a clause that is cited has an id. */
function headingAttrs(node: JSONContent): Extract<Block, { type: 'heading' }>['attrs'] {
  const clauseId = node.attrs?.id;
  return { level: levelOf(node), ...(isId(clauseId) && { id: clauseId }) };
}

function levelOf(node: JSONContent): 1 | 2 | 3 {
  const level = Math.trunc(Number(node.attrs?.level ?? 1));
  return level >= 3 ? 3 : level === 2 ? 2 : 1;
}

/** An empty line has no `content` at all, as in the model. */
function withContent<T extends { type: string }>(node: T, content: Inline[]): T & { content?: Inline[] } {
  return content.length > 0 ? { ...node, content } : node;
}
