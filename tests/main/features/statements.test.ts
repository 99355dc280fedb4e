import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { blankItem } from '#shared/features/conferences/blank.ts';
import { placeId } from '#shared/text-model/clauses.ts';
import {
  addMember,
  conferenceInput,
  documentInput,
  indicatorInput,
  setUpOffice,
  voteInput,
} from '../../support/records.ts';
import { createTestApp, removeTempFolders, type TestApp } from '../../support/test-app.ts';

/*
 * No list asks once a row: with three times as many records each method here runs as many statements as before. What the
 * statements are is theirs; that their number stays is what is held.
 */
let app: TestApp;
let termId: string;
let members: string[];
/** Of everything that was made so far. */
const made: { documents: string[]; conferences: string[]; votes: string[] } = {
  documents: [],
  conferences: [],
  votes: [],
};
const clauseId = placeId(901);

beforeAll(async () => {
  app = await createTestApp();
  ({ termId } = await setUpOffice(app.call));
  members = [await addMember(app.call, termId, 'Đinh Văn Trường')];
});
afterAll(async () => {
  expect(app.logged).toEqual([]);
  await app.close();
  removeTempFolders();
});

/** One more of each: a conference with a vote, a document of it that came from paper and one that is on its way. */
async function addOfEach(n: number): Promise<void> {
  const { call } = app;
  members.push(await addMember(call, termId, `Đinh Văn ${n}`));
  const conference = await call.conferences.create(
    conferenceInput({ ordinal: n, chairId: members[0] ?? null }),
  );
  const { ids } = await call.conferences.saveAgenda({ id: conference.id, items: [blankItem('Một')] });
  const vote = await call.conferences.saveVote({
    id: conference.id,
    vote: voteInput({ itemId: ids[0] ?? '' }),
  });
  const document = await call.documents.create(
    documentInput({
      conferenceId: conference.id,
      body: {
        type: 'doc',
        content: [
          { type: 'heading', attrs: { level: 1, id: clauseId }, content: [{ type: 'text', text: 'Một' }] },
        ],
      },
    }),
  );
  await call.documents.enterFromPaper({
    issuer: 'committee',
    type: 'NQ',
    date: '2021-03-01',
    number: n,
    subject: `về việc thứ ${n}`,
    recipients: [],
    signerName: 'Đinh Văn Trường',
    copies: 1,
  });
  await call.approvals.submit({ documentId: document.id, assigneeId: null, dueOn: null });
  await call.indicators.create(indicatorInput({ name: `Chỉ tiêu ${n}` }));
  await call.drafts.put({ key: `documents:${document.id}`, value: '{}' });
  made.documents.push(document.id);
  made.conferences.push(conference.id);
  made.votes.push(vote.id);
}

const references = () => ({
  clauses: made.documents.map((documentId) => ({ documentId, clauseId })),
  live: [
    ...made.votes.map((refId) => ({ source: 'vote' as const, refId })),
    ...made.conferences.map((refId) => ({ source: 'attendance' as const, refId })),
  ],
  tables: [],
});

const lists: Record<string, () => Promise<unknown>> = {
  'organisation.listMembers': () => app.call.organisation.listMembers({}),
  'conferences.list': () => app.call.conferences.list({}),
  'conferences.get': () => app.call.conferences.get({ id: made.conferences[0] ?? '' }),
  'conferences.openMatters': () =>
    app.call.conferences.openMatters({ kind: 'executive_committee', before: '2022-01-01' }),
  'documents.list': () => app.call.documents.list({}),
  'documents.register': () => app.call.documents.register({ termId }),
  'documents.inForce': () => app.call.documents.inForce({ on: '2022-01-01' }),
  'documents.references': () => app.call.documents.references(references()),
  'approvals.mine': () => app.call.approvals.mine({}),
  'indicators.list': () => app.call.indicators.list({}),
  'drafts.list': () => app.call.drafts.list({}),
};

/** How many statements run until it answers. */
async function statementsOf(ask: () => Promise<unknown>): Promise<number> {
  const kind = Object.getPrototypeOf(app.store().raw.prepare('SELECT 1'));
  const runs = [vi.spyOn(kind, 'all'), vi.spyOn(kind, 'run')];
  try {
    await ask();
    return runs.reduce((count, { mock }) => count + mock.calls.length, 0);
  } finally {
    for (const run of runs) run.mockRestore();
  }
}

async function counts(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, ask] of Object.entries(lists)) found[name] = await statementsOf(ask);
  return found;
}

test('no list runs more statements when there is more to show', async () => {
  for (const n of [1, 2]) await addOfEach(n);
  const few = await counts();
  for (const count of Object.values(few)) expect(count).toBeGreaterThan(0);
  for (const n of [3, 4, 5, 6]) await addOfEach(n);
  expect(await counts()).toEqual(few);
});
