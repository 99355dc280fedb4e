import { z } from 'zod';
import { id, isoDate, line, multiline, requiredLine, wholeNumber } from '../../fields.ts';
import { isMessageId, type MessageId, type Say } from '../../i18n/translate.ts';
import { frozenPrint } from '../../paper/frozen.ts';
import { defineRecord, field, type Row } from '../../record.ts';
import { showDate } from '../../text/dates.ts';
import { fold } from '../../text/fold.ts';
import { issuers } from '../organisation/issuers.ts';
import { stepKinds } from './stages.ts';
import { documentTypes, typeName } from './types.ts';

export const documentStatuses = ['draft', 'issued', 'voided'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** Printed under the number (component 10). */
export const urgencies = ['none', 'urgent', 'veryUrgent', 'express'] as const;
export type Urgency = (typeof urgencies)[number];

/** How far it may go (component 11a). */
export const circulations = ['none', 'conference', 'internal', 'returned'] as const;
export type Circulation = (typeof circulations)[number];

/** What a document does to an earlier one. */
export const relationKinds = ['amends', 'replaces', 'repeals'] as const;

const relation = z.strictObject({
  kind: z.enum(relationKinds),
  documentId: id,
  /** "khoản 2 mục I"; empty: all of it. */
  part: line(300),
});
export type Relation = z.infer<typeof relation>;

function eachLineTrimmed(text: string): string {
  const lines = text.split('\n').map((one) => one.replace(/\s+/gu, ' ').trim());
  return lines.filter((one) => one !== '').join('\n');
}

/** What is written by hand, in the order of the paper. Fields that came later have defaults, so that older callers stay right. */
export const documentRecord = defineRecord({
  table: 'document',
  fields: {
    issuer: field.value({
      column: 'issuer',
      label: 'journal.field.issuer',
      words: 'documents.issuer',
      schema: z.enum(issuers).default('committee'),
    }),
    type: field.value({
      column: 'type',
      label: 'journal.field.type',
      tell: (_, type) => typeNameOf({ type: String(type) }),
      schema: z.enum(documentTypes),
    }),
    conferenceId: field.link({
      column: 'conference_id',
      to: 'conference',
      gone: 'refuse',
      reason: 'conferenceHasDocument',
      params: ([first]) => ({ name: [first?.code, first?.subject].filter(Boolean).join(' ') }),
      label: 'journal.field.conference',
      schema: id.nullable(),
    }),
    /** The day it will carry; fixes the layout profile and the names. Null: not known yet. */
    date: field.value({ column: 'date', label: 'journal.field.date', schema: isoDate.nullable() }),
    /** "Dự thảo lần n", two digits on paper; null: not marked. Never on an issued document. */
    draftRound: field.value({
      column: 'draft_round',
      label: 'journal.field.draft_round',
      schema: wholeNumber(1, 99).nullable().default(null),
    }),
    urgency: field.value({
      column: 'urgency',
      label: 'journal.field.urgency',
      words: 'documents.urgency',
      schema: z.enum(urgencies).default('none'),
    }),
    circulation: field.value({
      column: 'circulation',
      label: 'journal.field.circulation',
      words: 'documents.circulation',
      schema: z.enum(circulations).default('none'),
    }),
    /** "về phương hướng, nhiệm vụ năm 2022" */
    subject: field.line({
      column: 'subject',
      label: 'journal.field.subject',
      tellsWhich: true,
      schema: requiredLine(1_000),
    }),
    /** "Kính gửi", of a submission "Kính trình": a line each, at most one for each cell of a merged commune. */
    addressees: field.list({
      column: 'addressees',
      label: 'journal.field.addressees',
      schema: z.array(requiredLine(300)).max(200).default([]),
    }),
    /** A line each; more than a page of them is none. */
    bases: field.list({
      column: 'bases',
      label: 'journal.field.bases',
      schema: z.array(requiredLine(1_000)).max(50),
    }),
    /** "BAN CHẤP HÀNH ĐẢNG BỘ XÃ QUYẾT NGHỊ:" (practice); empty: none. */
    openingLine: field.line({
      column: 'opening_line',
      label: 'journal.field.opening_line',
      schema: line(300),
    }),
    body: field.text({ column: 'body', label: 'journal.field.body' }),
    /** A line each, in a column at the foot of the last page. */
    recipients: field.list({
      column: 'recipients',
      label: 'journal.field.recipients',
      schema: z.array(requiredLine(300)).max(100),
    }),
    /** "T/M ĐẢNG ỦY", or two lines; empty: the signer signs by title alone. */
    authority: field.line({
      column: 'authority',
      label: 'journal.field.authority',
      schema: multiline(200).overwrite(eachLineTrimmed),
    }),
    /** "BÍ THƯ" */
    signerTitle: field.line({
      column: 'signer_title',
      label: 'journal.field.signer_title',
      schema: line(200),
    }),
    signerName: field.line({ column: 'signer_name', label: 'journal.field.signer_name', schema: line(100) }),
    /** How many are made ("Số bản" of the register). */
    copies: field.value({
      column: 'copies',
      label: 'journal.field.copies',
      schema: wholeNumber(1, 9_999).nullable().default(null),
    }),
    /** From which day it holds; null: from its own. */
    effectiveFrom: field.value({
      column: 'effective_from',
      label: 'journal.field.effective_from',
      schema: isoDate.nullable().default(null),
    }),
    relations: field.json({
      column: 'relations',
      label: 'journal.field.relations',
      refers: { key: 'documentId', to: 'document' },
      tell: relationText,
      schema: z.array(relation).max(50).default([]),
    }),
  },
  kept: {
    status: field.value({
      column: 'status',
      label: 'journal.field.status',
      words: 'journal.value.status',
      schema: z.enum(documentStatuses),
    }),
    termId: field.link({
      column: 'term_id',
      to: 'term',
      gone: 'refuse',
      reason: 'termHasDocuments',
      schema: id.nullable(),
    }),
    counter: field.machine({ column: 'counter', schema: z.string().nullable() }),
    number: field.value({ column: 'number', label: 'journal.field.number', schema: z.int().nullable() }),
    code: field.value({
      column: 'code',
      label: 'journal.field.code',
      tellsWhich: true,
      schema: z.string().nullable(),
    }),
    issuedPrint: field.frozen({
      column: 'issued_print',
      label: 'journal.field.issued_print',
      stored: frozenPrint,
    }),
    pdfSha256: field.machine({ column: 'pdf_sha256', schema: z.string().nullable() }),
    pdfPages: field.machine({ column: 'pdf_pages', schema: z.int().nullable() }),
    isFromPaper: field.flag({
      column: 'is_from_paper',
      label: 'journal.field.is_from_paper',
      isSilent: true,
    }),
    voidReason: field.line({
      column: 'void_reason',
      label: 'journal.field.void_reason',
      schema: z.string().nullable(),
    }),
  },
  derived: { folded_subject: { from: 'subject', by: fold } },
  name: (row) => [typeNameOf(row), row.code, row.subject].filter(Boolean).join(' '),
  found: {
    kind: 'document',
    title: (row) => [typeNameOf(row), row.code, row.subject].filter(Boolean).join(' '),
    date: (row) => (row.date == null ? null : String(row.date)),
  },
  citedAs: documentName,
  formerly: [
    {
      // The committee's resolutions alone; images of that time do not say their schema, only what they lack.
      until: 4,
      read: (row) => ({
        ...{ issuer: 'committee', urgency: 'none', circulation: 'none', addressees: '[]', relations: '[]' },
        ...{ is_from_paper: 0, ...row },
      }),
    },
  ],
  holdsFiles: true,
  termDays: { columns: ['date'], reason: 'termHoldsDocuments' },
  counted: 'backup.count.document',
});

/** As a version of the program had it, with the name of the document. */
const told = z.object({ kind: z.string(), part: z.string().optional(), name: z.string().optional() });

/** "Thay thế khoản 2 mục I Nghị quyết 12-NQ/ĐU, ngày 24/12/2021" */
function relationText(say: Say, item: unknown): string {
  const { kind, part, name } = told.safeParse(item).data ?? {};
  const word = `documents.relation.${kind}`;
  if (!isMessageId(word)) return say('journal.value.text');
  return [say(word), part, name].filter(Boolean).join(' ');
}

/** "Nghị quyết", also where a later version knows more types. */
function typeNameOf(row: Row): string {
  const type = documentTypes.find((known) => known === row.type);
  return type ? typeName(type) : 'Văn bản';
}

/** "Nghị quyết 12-NQ/ĐU, ngày 24/12/2021", "Nghị quyết (dự thảo)": as it was last, also of what is gone by now. */
function documentName(row: Row): string {
  const name = typeNameOf(row);
  if (row.code == null) return `${name} (dự thảo)`;
  return `${name} ${row.code}, ngày ${showDate(String(row.date))}`;
}

export const documentStepRecord = defineRecord({
  table: 'document_step',
  fields: {
    documentId: field.link({ column: 'document_id', to: 'document', gone: 'with' }),
    position: field.machine({ column: 'position', schema: z.int() }),
    kind: field.value({
      column: 'kind',
      label: 'journal.field.kind',
      isSilent: true,
      schema: z.enum(stepKinds),
    }),
    at: field.machine({ column: 'at', schema: z.string() }),
    actor: field.machine({ column: 'actor', schema: z.string() }),
    actorName: field.line({ column: 'actor_name', label: 'journal.field.actor_name', isSilent: true }),
    assignee: field.link({ column: 'assignee', to: 'user', gone: 'free', schema: id.nullable() }),
    dueOn: field.value({ column: 'due_on', label: 'journal.field.due_on', schema: isoDate.nullable() }),
    reason: field.line({ column: 'reason', label: 'journal.field.reason', tellsWhich: true }),
    version: field.machine({ column: 'version', schema: z.string() }),
  },
  formerly: [
    {
      // It was a number of the store that it was made in.
      until: 11,
      read: ({ seq, ...row }, { changeSetId }) => ({ ...row, version: changeSetId(Number(seq)) ?? '' }),
    },
  ],
});

export const checkSettingRecord = defineRecord({
  table: 'check_setting',
  fields: {
    rule: field.value({ column: 'rule', label: 'journal.field.rule', words: 'documents.checkName' }),
    reason: field.line({ column: 'reason', label: 'journal.field.reason', tellsWhich: true }),
  },
});

/** What a field of a document is called wherever one is named: in checks, versions and their comparison. */
export function labelOf(name: keyof typeof documentRecord.fields): MessageId {
  return documentRecord.fields[name].label ?? 'journal.field.other';
}
