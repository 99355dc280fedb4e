import { blankItem } from '#shared/features/conferences/blank.ts';
import { conferenceKinds } from '#shared/features/conferences/schema.ts';
import { checkRules } from '#shared/features/documents/checks/schema.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import type { Block, Body, Inline } from '#shared/text-model/body.ts';
import { contents, writeTempFile } from '../../support/files.ts';
import {
  addMember,
  conferenceInput,
  documentInput,
  electionInput,
  indicatorInput,
  setUpOffice,
  voteInput,
} from '../../support/records.ts';
import type { TestApp } from '../../support/test-app.ts';

/** The records that are looked at: each of them has as many parts of a kind as there are records of a kind. */
export type Office = {
  termId: string;
  conferenceId: string;
  draftId: string;
  issuedId: string;
  /** The draft's first version. */
  firstVersion: string;
  /** What it refers to. */
  cited: { documentId: string; clauseId: string }[];
  voteIds: string[];
  periods: Period[];
  /** Where several people have something unsaved. */
  draftKey: string;
  profile: LayoutProfile;
};

type Period = { period: string; ids: string[] };

/** An office with so many of everything: what is said of two and of thirty of them is said of any number. */
export async function fillOffice(app: TestApp, count: number): Promise<Office> {
  const termId = await fillOrganisation(app, count);
  const { conferenceId, voteIds } = await fillConferences(app, termId, count);
  const periods = await fillIndicators(app, count);
  const paperIds = await fillRegister(app, count);
  const documents = await fillDocuments(app, { conferenceId, voteIds, periods, paperIds, count });
  await fillPreferences(app, count);
  const [standard] = await app.call.print.profiles({});
  if (!standard) throw new Error('no profile');
  const draftKey = 'documents:new';
  await fillUsers(app, draftKey, count);
  return { termId, conferenceId, voteIds, periods, ...documents, draftKey, profile: standard.profile };
}

const times = (count: number) => Array.from({ length: count }, (_, i) => i);
const two = (n: number) => String(n).padStart(2, '0');
const said = (text: string): Inline => ({ type: 'text', text });

/** Names and terms before today's, a year each. */
async function fillOrganisation({ call }: TestApp, count: number): Promise<string> {
  const { termId } = await setUpOffice(call);
  const { names } = await call.organisation.get({});
  const [now] = names;
  if (!now) throw new Error('no name');
  const { id: nowId, ...lines } = now;
  await call.organisation.saveName({ ...lines, id: nowId, validFrom: '2020-01-01' });
  for (const i of times(count)) {
    const year = 2019 - i;
    const validity = { validFrom: `${year}-01-01`, validTo: `${year}-12-31` };
    await call.organisation.saveName({ ...lines, ...validity });
    const term = { startsOn: `${year}-06-01`, endsOn: `${year + 1}-05-31` };
    await call.organisation.saveTerm({ ordinal: 20 + i, ...term });
    await addMember(call, termId, `Đinh Văn ${i + 1}`);
  }
  return termId;
}

/** Conferences that each leave a matter open; the one that is looked at has as many items, votes, elections, files. */
async function fillConferences(app: TestApp, termId: string, count: number) {
  const { call } = app;
  const members = await call.organisation.listMembers({ termId });
  const ids: string[] = [];
  for (const i of times(count)) {
    const { id } = await call.conferences.create(
      conferenceInput({
        ordinal: i + 1,
        startsAt: `2021-03-${two(i + 1)}T07:30`,
        endsAt: `2021-03-${two(i + 1)}T11:00`,
        chairId: members[0]?.id ?? null,
        conclusion: marked(i),
      }),
    );
    const open = { isCarriedOver: true, carryReason: 'chờ hướng dẫn' };
    await call.conferences.saveAgenda({ id, items: [{ ...blankItem(`Việc thứ ${i + 1}`), ...open }] });
    ids.push(id);
  }
  const [conferenceId = ''] = ids;
  const known = (await call.conferences.get({ id: conferenceId })).agenda;
  const items = times(count).map((i) => ({
    ...blankItem(`Nội dung thứ ${i + 1}`),
    discussion: marked(100 + i),
    startedAt: '2021-03-01T07:45',
    endedAt: '2021-03-01T08:00',
  }));
  const { ids: itemIds } = await call.conferences.saveAgenda({
    id: conferenceId,
    items: [...known, ...items],
  });
  const people = times(count).map((i) => ({ fullName: `Khách mời ${i + 1}`, title: 'Đảng viên' }));
  await call.conferences.addPeople({ id: conferenceId, people });
  const voteIds: string[] = [];
  for (const itemId of itemIds.slice(1)) {
    const vote = voteInput({ itemId, named: [{ name: 'Đinh Văn 1', choice: 'inFavour' }] });
    voteIds.push((await call.conferences.saveVote({ id: conferenceId, vote })).id);
    await call.conferences.saveElection({ id: conferenceId, election: electionInput({ itemId }) });
  }
  await attachTo(app, { ownerKind: 'conference', ownerId: conferenceId }, count);
  for (const i of times(count)) {
    await call.conferences.close({ id: conferenceId });
    await call.conferences.reopen({ id: conferenceId, reason: `lần ${i + 1}` });
  }
  return { conferenceId, voteIds };
}

/** A paragraph that is marked as a task, with an id of its own. */
function marked(n: number): Body {
  const id = `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
  const text = {
    type: 'text' as const,
    text: `Việc phải làm số ${n}`,
    marks: [{ type: 'finding' as const, attrs: { id, kind: 'task' as const } }],
  };
  return { type: 'doc', content: [{ type: 'paragraph', content: [text] }] };
}

type Owner = { ownerKind: 'conference' | 'document'; ownerId: string };

async function attachTo({ call, host }: TestApp, owner: Owner, count: number): Promise<void> {
  host.files = times(count).map((i) => writeTempFile(`tệp ${i}.pdf`, contents.pdf(`${owner.ownerId} ${i}`)));
  const tokens = (await call.attachments.choose({})).map(({ token }) => token);
  await call.attachments.attach({ ...owner, role: 'paper', tokens });
}

/** So many indicators in one year, and one of them in so many years. */
async function fillIndicators({ call }: TestApp, count: number): Promise<Period[]> {
  const ids: string[] = [];
  for (const i of times(count))
    ids.push((await call.indicators.create(indicatorInput({ name: `Chỉ tiêu ${i + 1}` }))).id);
  const [id = ''] = ids;
  const periods = times(count).map((i) => ({ period: String(2021 - i), ids: [id] }));
  for (const { period } of periods)
    await call.indicators.save({ ...indicatorInput({ name: 'Chỉ tiêu 1', period }), id });
  return periods;
}

async function fillRegister({ call }: TestApp, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (const i of times(count)) {
    const { id } = await call.documents.enterFromPaper({
      issuer: 'committee',
      type: 'NQ',
      subject: `về nhiệm vụ cũ số ${i + 1}`,
      recipients: ['Lưu Văn phòng Đảng ủy'],
      signerName: 'Đinh Văn 1',
      copies: null,
      date: '2021-02-01',
      number: i + 1,
    });
    ids.push(id);
  }
  return ids;
}

type Referred = {
  conferenceId: string;
  voteIds: readonly string[];
  periods: readonly Period[];
  paperIds: readonly string[];
  count: number;
};

/** A draft and an issued document that refer to everything, among others on their way. */
async function fillDocuments(app: TestApp, referred: Referred) {
  const { call } = app;
  const { conferenceId, voteIds, periods, paperIds, count } = referred;
  const cited: Office['cited'] = [];
  for (const i of times(count)) {
    const heading: Block = { type: 'heading', attrs: { level: 1 }, content: [said(`Mục ${i + 1}`)] };
    const body: Body = { type: 'doc', content: [heading, ...marked(100 + i).content] };
    const fields = documentInput({ subject: `về nhiệm vụ mới số ${i + 1}`, body, conferenceId });
    const { id } = await call.documents.create(fields);
    const { clauseId } = await call.documents.nameClause({ id, at: 0, title: `Mục ${i + 1}` });
    cited.push({ documentId: id, clauseId });
    await call.approvals.submit({ documentId: id, assigneeId: null, dueOn: null });
  }
  const clauses = cited.map((attrs): Inline => ({ type: 'clauseRef', attrs: { ...attrs, label: '' } }));
  const votes = voteIds.map(
    (refId): Inline => ({ type: 'liveText', attrs: { source: 'vote', refId, seen: '' } }),
  );
  const tables = periods.map(
    ({ period, ids }): Block => ({
      type: 'indicatorTable',
      attrs: { period, indicatorIds: ids, caption: '' },
    }),
  );
  const referring = documentInput({
    subject: 'về việc dẫn chiếu',
    bases: times(count).map((i) => `Căn cứ thứ ${i + 1}`),
    recipients: times(count).map((i) => `Chi bộ ${i + 1}`),
    relations: paperIds.map((documentId) => ({ kind: 'amends', documentId, part: '' })),
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [said('Thực hiện '), ...clauses, ...votes] },
        ...tables,
        { type: 'paragraph', content: [said('Hết.')] },
      ],
    },
  });
  const { id: draftId } = await call.documents.create(referring);
  const { id: issuedId } = await call.documents.create({ ...referring, conferenceId });
  for (const id of [draftId, issuedId]) {
    await attachTo(app, { ownerKind: 'document', ownerId: id }, count);
    for (const i of times(count))
      await call.documents.save({ ...referring, id, subject: `về việc dẫn chiếu lần ${i + 1}` });
  }
  await call.documents.issue({ id: issuedId, date: '2021-12-24' });
  await fillWay(app, draftId, count);
  const { versions } = await call.documents.versions({ id: draftId });
  return { draftId, issuedId, cited, firstVersion: versions.at(-1)?.version ?? '' };
}

/** Steps there and back, opinions with replies, sheets handed out. */
async function fillWay({ call }: TestApp, documentId: string, count: number): Promise<void> {
  for (const i of times(count)) {
    await call.approvals.submit({ documentId, assigneeId: null, dueOn: null });
    await call.approvals.withdraw({ documentId, reason: '' });
    const pinned = { field: 'document' as const, place: null, quote: '' };
    const opinion = { documentId, version: null, ...pinned, kind: 'remark' as const, proposed: null };
    const { id } = await call.reviews.give({ ...opinion, text: `Ý kiến ${i + 1}` });
    await call.reviews.reply({ id, text: 'Đã rõ' });
    await call.reviews.settle({ id, outcome: 'accepted', reason: '' });
  }
  const people = times(count).map((i) => ({ name: `Người được hỏi ${i + 1}`, title: '' }));
  await call.approvals.handOutSheets({ documentId, people, dueOn: null });
}

/** What an office sets for itself. Where the program knows fewer than that, all there are. */
async function fillPreferences({ call, store }: TestApp, count: number): Promise<void> {
  for (const i of times(count)) {
    await call.phrases.save({ abbreviation: `vt${i}`, text: `Chữ viết tắt ${i}` });
    await call.print.addProfile({
      fromId: 'hd36',
      name: `Thể thức ${i + 1}`,
      validFrom: `2022-01-${two(i + 1)}`,
    });
    await call.drafts.put({ key: `documents:${i}`, value: '{}' });
  }
  const lines = times(count).map((i) => `Dòng thường dùng ${i + 1}`);
  await call.phrases.saveLines({ basis: lines, recipient: lines });
  for (const kind of conferenceKinds.slice(0, count)) {
    const preset = (await call.conferences.presets({})).find((one) => one.kind === kind);
    if (preset) await call.conferences.savePreset({ ...preset, expectedDocuments: 'Báo cáo' });
  }
  for (const rule of checkRules.slice(0, count))
    await call.documents.switchCheckOff({ rule, reason: 'không dùng' });
  // A backup is no record: its log is all that a list of backups reads.
  const log = store().raw.prepare(
    `INSERT INTO backup_log (at, file_name, folder, bytes, seq) VALUES ('2021-12-24T00:30:00.000Z', ?, 'USB', 1, 1)`,
  );
  for (const i of times(count)) log.run(`${i}.snq`);
}

/** People who each have something unsaved under one key; the first of them sits at the PC. */
async function fillUsers({ call, store }: TestApp, key: string, count: number): Promise<void> {
  const roles = ['clerk', 'reviewer', 'approver', 'admin'] as const;
  await call.users.begin({ name: 'Người đầu tiên', title: '', roles: [...roles], pin: '482913' });
  const draft = store().raw.prepare(
    `INSERT INTO draft (key, actor, value, at) VALUES (?, ?, '{}', '2021-12-24T00:30:00.000Z')`,
  );
  for (const i of times(count)) {
    const fields = { name: `Người dùng ${i + 1}`, title: '', roles: [...roles] };
    const { id } = await call.users.add({ ...fields, pin: '482913' });
    draft.run(key, id);
  }
}
