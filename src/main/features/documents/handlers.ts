import type { Kysely } from 'kysely';
import type { FeatureHandlers } from '#main/api/context.ts';
import type { Database } from '#main/db/schema.ts';
import { removeRecord } from '#main/records/removal.ts';
import { AppError, ruleError } from '#shared/errors.ts';
import { citingName } from '#shared/features/documents/citing.ts';
import { documentRecord } from '#shared/features/documents/records.ts';
import { withRest } from '#shared/record.ts';
import { deleteCheckSetting, listCheckSettings, upsertCheckSetting } from './checks/repository.ts';
import { codes } from './codes.ts';
import { documentTemplate } from './draft/template.ts';
import { giveNumber, issueDocument, proposeNumber } from './issue/issue.ts';
import { signersOn } from './issue/signing.ts';
import { findReadMark, putReadMark } from './read-marks-repository.ts';
import { citableClauses, citedClauses, withClauseId } from './references/citations.ts';
import { documentDrift } from './references/drift.ts';
import { forceOn } from './register/in-force.ts';
import {
  findStatus,
  insertDocument,
  insertFromPaper,
  listDocuments,
  markVoided,
  updateDocument,
} from './repository.ts';
import { requireDocument } from './require.ts';
import { newestVersion, stageOf } from './way/steps-repository.ts';

type Db = Kysely<Database>;

// Loaded when they are asked for: a start does not wait for what few do in a session.
const checks = () => import('./checks/findings.ts');
const versions = () => import('./versions.ts');

export const documentsHandlers: FeatureHandlers<'documents'> = {
  list: async ({ db }, filter) => listDocuments(db, await codes(db), filter),

  get: async ({ db }, { id }) => requireDocument(db, id),

  template: (ctx, wanted) => documentTemplate(ctx, wanted),

  signing: async ({ db, today }, { issuer, date }) => {
    const { choices, signers, notInOffice } = await signersOn(db, { issuer, date: date ?? today() });
    return { choices, signers, notInOffice };
  },

  clauses: async ({ db }, { id }) => {
    const document = await requireDocument(db, id);
    return { name: citingName(document), clauses: citableClauses(document) };
  },

  nameClause: async ({ db, newId }, { id, ...place }) => {
    const document = await requireDocument(db, id);
    if (document.status !== 'draft') throw ruleError('issuedIsFrozen');
    const { body, clauseId } = withClauseId(document, place, newId);
    if (body !== document.body) await updateDocument(db, id, { ...document, body });
    return { clauseId };
  },

  references: async ({ db, services: { references } }, wanted) => {
    const cited = await citedClauses(db, wanted.clauses);
    const live = await references.sentences(db, wanted.live);
    const figures = await references.figures(db, wanted.tables);
    return {
      clauses: wanted.clauses.map((ref) => ({ ...ref, ...cited(ref) })),
      live: wanted.live.map((ref) => ({ ...ref, words: live(ref)?.words ?? null })),
      tables: wanted.tables.map((table) => ({ ...table, figures: figures(table) })),
    };
  },

  drift: async (ctx, { id }) => documentDrift(ctx, await requireDocument(ctx.db, id)),

  signedCopies: async ({ db }, { id }) => (await import('./issue/signed-copies.ts')).signedCopies(db, id),

  create: async ({ db, newId }, fields) => {
    const id = newId();
    await insertDocument(db, id, fields);
    return { id };
  },

  save: async ({ db }, { id, ...fields }) => {
    // Asked why only when it was refused: every key that is saved comes this way.
    if (!(await updateDocument(db, id, fields))) await requireDraft(db, id);
    return {};
  },

  remove: async ({ db }, { id }) => {
    await requireDraft(db, id);
    if (['inReview', 'approved'].includes(await stageOf(db, id))) throw ruleError('isOnItsWay');
    await removeRecord(db, 'document', id);
    return {};
  },

  nextNumber: async (ctx, { id, date }) => {
    const { issuer, type } = await requireDocument(ctx.db, id);
    const { number, code, termOrdinal, last, numbering } = await proposeNumber(ctx, { issuer, type, date });
    return { number, code, termOrdinal, lastDate: last?.date ?? null, per: numbering.per };
  },

  issue: async (ctx, { id, ...wanted }) => {
    const { number, code } = await issueDocument(ctx, await requireDocument(ctx.db, id), wanted);
    return { number, code };
  },

  enterFromPaper: async (ctx, { date, number, ...entry }) => {
    const given = await giveNumber(ctx, { ...entry, date }, number);
    const id = ctx.newId();
    await insertFromPaper(ctx.db, id, withRest(documentRecord, { ...entry, date }), given);
    return { id, code: given.code };
  },

  removeFromPaper: async ({ db }, { id }) => {
    const found = await requireDocument(db, id);
    if (!found.isFromPaper || found.status !== 'issued') throw ruleError('issuedIsFrozen');
    await removeRecord(db, 'document', id);
    return {};
  },

  register: async ({ db }, wanted) => (await import('./register/register.ts')).termRegister(db, wanted),

  exportRegister: async (ctx, wanted) => (await import('./register/export.ts')).exportRegister(ctx, wanted),

  inForce: ({ db }, wanted) => forceOn(db, wanted),

  void: async ({ db }, { id, reason }) => {
    if ((await requireDocument(db, id)).status !== 'issued') throw ruleError('notIssued');
    await markVoided(db, id, reason);
    return {};
  },

  check: async ({ db, today }, { id, edits }) => {
    const { findingsOf } = await checks();
    return findingsOf(db, edits ?? (await requireDocument(db, id)), today());
  },

  checkSettings: ({ db }) => listCheckSettings(db),

  switchCheckOff: async ({ db, newId }, setting) => {
    await upsertCheckSetting(db, { id: newId(), ...setting });
    return {};
  },

  versions: async ({ db, store, actor }, { id }) => {
    await requireDocument(db, id);
    const { versionsOf } = await versions();
    return { versions: await versionsOf(store, id), lastRead: await findReadMark(db, id, actor.id) };
  },

  compare: async ({ store }, wanted) => (await versions()).compareVersions(store, wanted),

  // One that was removed meanwhile has nothing to remember.
  markRead: async ({ db, actor }, { id }) => {
    const version = await newestVersion(db, id);
    if (version && (await findStatus(db, id)) !== null)
      await putReadMark(db, { documentId: id, actor: actor.id, version });
    return {};
  },

  switchCheckOn: async ({ db }, { rule }) => {
    await deleteCheckSetting(db, rule);
    return {};
  },
};

async function requireDraft(db: Db, id: string): Promise<void> {
  const status = await findStatus(db, id);
  if (status === null) throw new AppError('NOT_FOUND');
  if (status !== 'draft') throw ruleError('issuedIsFrozen');
}
