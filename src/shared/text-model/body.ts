import { z } from 'zod';
import { id, line, multiline, requiredLine } from '../fields.ts';
import { addressed } from '../text/address.ts';

/**
 * The one document model: the ProseMirror JSON that the editor edits and every layout reads. Strict: an unknown node,
 * mark or attribute is refused rather than dropped in silence.
 */
const face = z.strictObject({ type: z.enum(['bold', 'italic']) });

/** What words of the minutes are: a conclusion, a clause of the resolution to come, a task, a shortcoming. */
export const findingKinds = ['conclusion', 'clause', 'task', 'shortcoming'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** The mark over them; a document that takes the words over keeps the id, so that both ends know each other. */
const findingMark = z.strictObject({
  type: z.literal('finding'),
  attrs: z.strictObject({ id, kind: z.enum(findingKinds) }),
});

const mark = z.discriminatedUnion('type', [face, findingMark]);
export type Mark = z.infer<typeof mark>;

const text = z.strictObject({
  type: z.literal('text'),
  text: multiline(200_000).min(1),
  marks: z.array(mark).optional(),
});
const hardBreak = z.strictObject({ type: z.literal('hardBreak'), marks: z.array(mark).optional() });

/** What somebody does who is named at the start of a paragraph of the minutes. */
export const speechParts = ['report', 'statement', 'answer', 'chair'] as const;
export type SpeechPart = (typeof speechParts)[number];

/** A name chip: "Đồng chí Đinh Văn Rếp, Phó Bí thư Đảng ủy:" before what was said. */
const speaker = z.strictObject({
  type: z.literal('speaker'),
  attrs: z.strictObject({
    memberId: id.nullable(),
    name: requiredLine(100),
    title: line(200),
    part: z.enum(speechParts),
  }),
});
export type Speaker = z.infer<typeof speaker>;

/**
 * A clause of this document (`documentId` null) or of another one, cited so that it follows when clauses move. `label` is
 * what it was called when it was put in.
 */
const clauseRef = z.strictObject({
  type: z.literal('clauseRef'),
  attrs: z.strictObject({ documentId: id.nullable(), clauseId: id, label: line(300) }),
});

/** Sentences that the program writes from its records. */
export const liveSources = ['vote', 'attendance'] as const;

/** A sentence about a vote or about who was present (`refId`: the vote, the conference). `seen`: how it read when it was looked at last. */
const liveText = z.strictObject({
  type: z.literal('liveText'),
  attrs: z.strictObject({ source: z.enum(liveSources), refId: id, seen: line(2_000) }),
});

export const inline = z.discriminatedUnion('type', [text, hardBreak, speaker, clauseRef, liveText]);
export type Inline = z.infer<typeof inline>;

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(inline).optional() });

/** Level 1 prints as "I- TÊN MỤC", level 2 as "1.", level 3 as "a)": the layout numbers them. */
const heading = z.strictObject({
  type: z.literal('heading'),
  /** The id is given when the clause is cited for the first time. */
  attrs: z.strictObject({ level: z.literal([1, 2, 3]), id: id.nullable().optional() }),
  content: z.array(inline).optional(),
});

const listItem = z.strictObject({ type: z.literal('listItem'), content: z.array(paragraph).min(1) });
const bulletList = z.strictObject({ type: z.literal('bulletList'), content: z.array(listItem).min(1) });

/** A live block: holds references, and is resolved to rows when pages are made. */
const indicatorTable = z.strictObject({
  type: z.literal('indicatorTable'),
  attrs: z.strictObject({
    period: line(20),
    indicatorIds: z.array(id).max(200),
    caption: line(300),
    /** The figures as they were looked at last, to say when they have moved since. */
    seen: line(10_000).optional(),
  }),
});

/** From here to the next one, or to the end, is an appendix: a sheet of its own behind the signature. */
const appendix = z.strictObject({
  type: z.literal('appendix'),
  attrs: z.strictObject({ title: line(500), isLandscape: z.boolean() }),
});

export const tableLimits = { columns: 20, rows: 2_000 } as const;

/** A plain table: no merged cells, each row as long as the first. Header rows repeat on each page. */
const tableCell = z.strictObject({
  type: z.literal('tableCell'),
  attrs: z.strictObject({ header: z.boolean() }),
  content: z.array(paragraph).min(1),
});
const tableRow = z.strictObject({
  type: z.literal('tableRow'),
  content: z.array(tableCell).min(1).max(tableLimits.columns),
});
const table = z.strictObject({
  type: z.literal('table'),
  content: z.array(tableRow).min(1).max(tableLimits.rows).refine(isEven, 'validation.unevenTable'),
});

function isEven(rows: readonly { content: readonly unknown[] }[]): boolean {
  return rows.every((row) => row.content.length === rows[0]?.content.length);
}

export const block = z.discriminatedUnion('type', [
  paragraph,
  heading,
  bulletList,
  indicatorTable,
  table,
  appendix,
]);
export type Block = z.infer<typeof block>;

/** Some 600 pages; the longest paper of a commune has some hundred. */
export const bodySchema = z.strictObject({ type: z.literal('doc'), content: z.array(block).max(20_000) });
export type Body = z.infer<typeof bodySchema>;

export const emptyBody: Body = { type: 'doc', content: [{ type: 'paragraph' }] };

/** Plain paragraphs as a body: for templates, demo records and the command line. */
export function bodyFromLines(lines: readonly string[]): Body {
  return {
    type: 'doc',
    content: lines.map((value) =>
      value ? { type: 'paragraph', content: [{ type: 'text', text: value }] } : { type: 'paragraph' },
    ),
  };
}

/** The words of a body, a line a block: for search, emptiness checks and messages. */
export function bodyText(body: Body): string {
  return body.content.map(blockText).join('\n').trim();
}

function blockText(node: Block): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(node.content);
    case 'bulletList':
      return node.content
        .map((item) => item.content.map((part) => inlineText(part.content)).join('\n'))
        .join('\n');
    case 'indicatorTable':
      return node.attrs.caption;
    case 'appendix':
      return node.attrs.title;
    case 'table':
      return node.content.map(rowText).join('\n');
  }
}

function rowText(row: z.infer<typeof tableRow>): string {
  const cells = row.content.map((cell) => cell.content.map((part) => inlineText(part.content)).join('\n'));
  return cells.join('\t');
}

function inlineText(content: readonly Inline[] | undefined): string {
  return (content ?? []).map((node, at, all) => inlineWords(node, all[at + 1])).join('');
}

function inlineWords(node: Inline, next: Inline | undefined): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'hardBreak':
      return '\n';
    case 'speaker':
      return speakerLead(node, next);
    case 'clauseRef':
      return node.attrs.label;
    case 'liveText':
      return node.attrs.seen;
  }
}

/** The words of the chip with one blank before what follows, whether the clerk left one there or not. */
export function speakerLead(node: Speaker, next: Inline | undefined): string {
  const isSpaced = next === undefined || (next.type === 'text' && /^\s/u.test(next.text));
  return `${speakerWords(node)}${isSpaced ? '' : ' '}`;
}

/** "Đồng chí Đinh Văn Rếp, Phó Bí thư Đảng ủy:" as the minutes print it. */
export function speakerWords({ attrs }: Speaker): string {
  // A member is a comrade, whatever the name begins with.
  const said = attrs.memberId === null ? addressed(attrs.name) : `đồng chí ${attrs.name}`;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${attrs.title && `, ${attrs.title}`}:`;
}
