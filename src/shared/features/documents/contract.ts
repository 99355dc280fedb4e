import { z } from 'zod';
import { command, local, query, task } from '../../define.ts';
import { byId, id, isoDate, nothing, requiredLine } from '../../fields.ts';
import { liveSources } from '../../text-model/body.ts';
import { issuers } from '../organisation/issuers.ts';
import { checkFinding, checkRule, checkSetting } from './checks/schema.ts';
import { comparison, documentVersion } from './compare/schema.ts';
import { force } from './in-force.ts';
import { documentStatuses } from './records.ts';
import { register, registerQuery } from './register.ts';
import {
  citableClause,
  clauseNow,
  document,
  documentFields,
  documentSummary,
  drift,
  paperEntry,
  signedCopy,
} from './schema.ts';
import { signingWays } from './signing.ts';
import { documentTypes } from './types.ts';

const citedClause = z.strictObject({ documentId: id, clauseId: id });
const liveRef = z.strictObject({ source: z.enum(liveSources), refId: id });
const tableRef = z.strictObject({ period: z.string().max(20), indicatorIds: z.array(id).max(200) });

const signature = z.strictObject({ way: z.enum(signingWays), authority: z.string(), title: z.string() });
const signing = z.strictObject({
  choices: z.array(signature),
  /** The members of that day, each with the title of then and the signature that follows from it. */
  signers: z.array(z.strictObject({ name: z.string(), title: z.string(), signature })),
  /** Whom the office knows, but who held nothing on that day. */
  notInOffice: z.array(z.string()),
});

export const documentsContract = {
  list: query(
    z.strictObject({
      type: z.enum(documentTypes).optional(),
      termId: id.optional(),
      status: z.enum(documentStatuses).optional(),
    }),
    z.array(documentSummary),
  ),
  get: query(byId, document),
  /**
   * A new document of the type with what the office usually puts in: bases, recipients, signature, opening line; or with
   * what an earlier document has, except its number, date, relations and conference.
   */
  template: query(
    z.strictObject({
      issuer: z.enum(issuers).default('committee'),
      type: z.enum(documentTypes),
      conferenceId: id.nullable(),
      date: isoDate.nullable(),
      fromId: id.optional(),
    }),
    documentFields,
  ),
  /** What can be cited of a document, and how it is cited itself. */
  clauses: query(byId, z.strictObject({ name: z.string(), clauses: z.array(citableClause) })),
  /** Gives a clause of a draft the id by which it is cited; the one it has when it has one. */
  nameClause: command(
    z.strictObject({ id, at: z.int(), title: z.string().max(200_000) }),
    z.strictObject({ clauseId: id }),
  ),
  /** How what a text refers to reads now: clauses of other documents, sentences from records, figures of tables. */
  references: query(
    z.strictObject({
      clauses: z.array(citedClause).max(5_000),
      live: z.array(liveRef).max(5_000),
      tables: z.array(tableRef).max(500),
    }),
    z.strictObject({
      clauses: z.array(citedClause.extend(clauseNow.shape)),
      live: z.array(liveRef.extend({ words: z.string().nullable() })),
      tables: z.array(tableRef.extend({ figures: z.string() })),
    }),
  ),
  /** What would read otherwise if an issued document were made today. */
  drift: query(byId, z.array(drift)),
  /** What came back from a signing tool, held against the bytes that were issued. */
  signedCopies: query(byId, z.array(signedCopy)),
  /** Who can sign for the body on that day and how, by the rules; without a day, today. */
  signing: query(z.strictObject({ issuer: z.enum(issuers), date: isoDate.nullable() }), signing),
  create: command(documentFields, z.strictObject({ id })),
  save: command(documentFields.extend({ id }), nothing, { saves: [{ table: 'document', row: 'id' }] }),
  remove: command(byId, nothing),
  /** What issuing on that day would give: shown before the clerk agrees. */
  nextNumber: query(
    z.strictObject({ id, date: isoDate }),
    z.strictObject({
      number: z.int(),
      code: z.string(),
      termOrdinal: z.int(),
      /** The day of the newest number so far: a number after it should not carry an earlier day. */
      lastDate: isoDate.nullable(),
      /** Within what time the counter runs. */
      per: z.enum(['term', 'year']),
    }),
  ),
  /** Gives the number and freezes what is printed, in one transaction; a number of the paper era can be given by hand. */
  issue: command(
    z.strictObject({ id, date: isoDate, number: z.int().min(1).max(99_999).optional() }),
    z.strictObject({ number: z.int(), code: z.string() }),
    { final: true },
  ),
  /** A document that was numbered before this program, for the register; corrected by taking it out again. */
  enterFromPaper: command(paperEntry, z.strictObject({ id, code: z.string() })),
  removeFromPaper: command(byId, nothing),
  /** The register of a term (sổ đăng ký văn bản đi), or a part of it. */
  register: query(registerQuery, register),
  /** Asks where to, and writes the register as a spreadsheet; null when called off. */
  exportRegister: task(registerQuery, z.strictObject({ fileName: z.string(), rows: z.int() }).nullable(), {
    onlyReads: true,
  }),
  /** How everything that was numbered stands on a day, or one document. */
  inForce: query(z.strictObject({ on: isoDate, id: id.optional() }), z.array(force)),
  /** The number stays in the register and is never given again. */
  void: command(z.strictObject({ id, reason: requiredLine(500) }), nothing, { final: true }),
  /** What a second pair of eyes finds, faults first; of what is typed and not saved yet when `edits` are given. */
  check: query(z.strictObject({ id, edits: documentFields.optional() }), z.array(checkFinding)),
  /** The checks that the office does without, and why. */
  checkSettings: query(nothing, z.array(checkSetting)),
  switchCheckOff: command(checkSetting, nothing),
  switchCheckOn: command(z.strictObject({ rule: checkRule }), nothing),
  /** Every state that it had, newest first, and which of them the asking person read last. */
  versions: query(byId, z.strictObject({ versions: z.array(documentVersion), lastRead: id.nullable() })),
  /** Between two versions; `to` null: as stored now, or as typed when `edits` are given. */
  compare: query(
    z.strictObject({ id, from: id, to: id.nullable(), edits: documentFields.optional() }),
    comparison,
  ),
  /** Remembers that the asking person has read it as it is now. */
  markRead: local(byId, nothing),
};
