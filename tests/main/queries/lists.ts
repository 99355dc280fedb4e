import type { Client, MethodName } from '#shared/contract.ts';
import type { Office } from './many-records.ts';

export type Ask = (call: Client, office: Office) => Promise<unknown>;

/** How each list of the contract is asked, and each record that holds a list. */
export const lists: Partial<Record<MethodName, Ask>> = {
  'organisation.get': (call) => call.organisation.get({}),
  'organisation.listMembers': (call) => call.organisation.listMembers({}),
  'conferences.list': (call) => call.conferences.list({}),
  'conferences.get': (call, { conferenceId: id }) => call.conferences.get({ id }),
  'conferences.openMatters': (call) =>
    call.conferences.openMatters({ kind: 'executive_committee', before: '2022-01-01' }),
  'conferences.findings': (call, { conferenceId: id }) => call.conferences.findings({ id }),
  'conferences.file': (call, { conferenceId: id }) => call.conferences.file({ id }),
  'conferences.presets': (call) => call.conferences.presets({}),
  'documents.list': (call) => call.documents.list({}),
  'documents.get': (call, { draftId: id }) => call.documents.get({ id }),
  'documents.template': (call, { conferenceId }) =>
    call.documents.template({ type: 'NQ', conferenceId, date: '2021-12-24' }),
  'documents.clauses': (call, { draftId: id }) => call.documents.clauses({ id }),
  'documents.references': async (call, office) => call.documents.references(referencesIn(office)),
  'documents.drift': (call, { issuedId: id }) => call.documents.drift({ id }),
  'documents.signedCopies': (call, { issuedId: id }) => call.documents.signedCopies({ id }),
  'documents.signing': (call) => call.documents.signing({ issuer: 'committee', date: '2021-12-24' }),
  'documents.register': (call, { termId }) => call.documents.register({ termId }),
  'documents.inForce': (call) => call.documents.inForce({ on: '2022-01-01' }),
  'documents.check': (call, { draftId: id }) => call.documents.check({ id }),
  'documents.checkSettings': (call) => call.documents.checkSettings({}),
  'documents.versions': (call, { draftId: id }) => call.documents.versions({ id }),
  'documents.compare': (call, { draftId: id, firstVersion: from }) =>
    call.documents.compare({ id, from, to: null }),
  'app.objections': (call, { draftId: documentId }) =>
    call.app.objections({ act: 'issue', documentId, date: '2021-12-24' }),
  'approvals.get': (call, { draftId: documentId }) => call.approvals.get({ documentId }),
  'approvals.mine': (call) => call.approvals.mine({}),
  'approvals.awaited': (call) => call.approvals.awaited({}),
  'approvals.sheets': (call, { draftId: documentId }) => call.approvals.sheets({ documentId }),
  'indicators.list': (call) => call.indicators.list({ period: '2021' }),
  'indicators.periods': (call) => call.indicators.periods({}),
  'attachments.list': (call, { draftId: ownerId }) =>
    call.attachments.list({ ownerKind: 'document', ownerId }),
  'drafts.list': (call) => call.drafts.list({}),
  'drafts.others': (call, { draftKey: key }) => call.drafts.others({ key }),
  'phrases.list': (call) => call.phrases.list({}),
  'phrases.lines': (call) => call.phrases.lines({}),
  'reviews.list': (call, { draftId: documentId }) => call.reviews.list({ documentId }),
  'reviews.unsettled': (call) => call.reviews.unsettled({}),
  'search.find': (call) => call.search.find({ text: 'nhiệm vụ' }),
  'print.preview': (call, { draftId: id }) => call.print.preview({ source: { kind: 'document', id } }),
  'print.view': (call, { draftId: id }) =>
    call.print.view({ source: { kind: 'document', id }, from: 1, to: 1 }),
  'print.profiles': (call) => call.print.profiles({}),
  'print.sampleProfile': (call, { profile }) => call.print.sampleProfile({ profile }),
  'backup.list': (call) => call.backup.list({}),
  'backup.leftovers': (call) => call.backup.leftovers({}),
  'journal.recent': (call) => call.journal.recent({ limit: 500 }),
  'journal.history': (call, { draftId: id }) => call.journal.history({ id }),
  'users.presence': (call) => call.users.presence({}),
  'users.list': (call) => call.users.list({}),
};

function referencesIn({ cited, voteIds, periods }: Office) {
  return {
    clauses: cited,
    live: voteIds.map((refId) => ({ source: 'vote' as const, refId })),
    tables: periods.map(({ period, ids }) => ({ period, indicatorIds: ids })),
  };
}

/** Those that ask once a row, and for what. One that no longer does is taken out. */
export const oncePerRow: Partial<Record<MethodName, string>> = {
  'documents.signedCopies': 'the bytes of one file, so that only one is held at a time',
};
