import type { Kysely } from 'kysely';
import type { FeatureHandlers } from '#main/api/context.ts';
import type { Database } from '#main/db/schema.ts';
import { deleteAttachmentsOf } from '#main/features/attachments/index.ts';
import { requireBody, requireName, requireTerm } from '#main/features/organisation/index.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import { bodyText } from '#shared/features/documents/body.ts';
import { documentCode } from '#shared/features/documents/rules.ts';
import type { DocumentRecord } from '#shared/features/documents/schema.ts';
import { documentPrintModel } from './print-model.ts';
import {
  deleteDocument,
  findDocument,
  findStatus,
  insertDocument,
  lastNumber,
  listDocuments,
  markIssued,
  markVoided,
  numberIsTaken,
  updateDocument,
} from './repository.ts';
import { symbols } from './symbols.ts';
import { documentTemplate } from './template.ts';

type Db = Kysely<Database>;

export const documentsHandlers: FeatureHandlers<'documents'> = {
  list: async ({ db }) => listDocuments(db, await symbols(db)),

  get: async ({ db }, { id }) => requireDocument(db, id),

  template: (ctx, wanted) => documentTemplate(ctx.db, wanted, ctx.today()),

  create: async ({ db, newId }, fields) => {
    const id = newId();
    await insertDocument(db, id, fields);
    return { id };
  },

  save: async ({ db }, { id, ...fields }) => {
    await requireDraft(db, id);
    await updateDocument(db, id, fields);
    return {};
  },

  remove: async ({ db }, { id }) => {
    await requireDraft(db, id);
    await deleteAttachmentsOf(db, { ownerKind: 'document', ownerId: id });
    await deleteDocument(db, id);
    return {};
  },

  nextNumber: async ({ db }, { id, date }) => {
    const { type } = await requireDocument(db, id);
    const organisation = await requireBody(db);
    const term = requireTerm(organisation, date);
    const number = (await lastNumber(db, term.id, type)) + 1;
    const { symbol } = requireName(organisation, date);
    return { number, code: documentCode(number, type, symbol), termOrdinal: term.ordinal };
  },

  issue: async ({ db }, { id, date, number: wanted }) => {
    const draft = await requireDocument(db, id);
    if (draft.status !== 'draft') throw ruleError('notADraft');
    if (bodyText(draft.body) === '') throw ruleError('emptyBody');
    const organisation = await requireBody(db);
    const term = requireTerm(organisation, date);
    const number = wanted ?? (await lastNumber(db, term.id, draft.type)) + 1;
    if (await numberIsTaken(db, term.id, draft.type, number)) throw ruleError('numberTaken', { number });
    const code = documentCode(number, draft.type, requireName(organisation, date).symbol);
    const print = await documentPrintModel(db, { ...draft, number, date }, date);
    await markIssued(db, id, { termId: term.id, number, date, print });
    return { number, code };
  },

  void: async ({ db }, { id, reason }) => {
    if ((await requireDocument(db, id)).status !== 'issued') throw ruleError('notIssued');
    await markVoided(db, id, reason);
    return {};
  },
};

async function requireDocument(db: Db, id: string): Promise<DocumentRecord> {
  const found = await findDocument(db, id, await symbols(db));
  if (!found) throw new AppError('NOT_FOUND');
  return found;
}

async function requireDraft(db: Db, id: string): Promise<void> {
  const status = await findStatus(db, id);
  if (status === null) throw new AppError('NOT_FOUND');
  if (status !== 'draft') throw ruleError('issuedIsFrozen');
}
