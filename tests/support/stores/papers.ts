import type { Input } from '#shared/contract.ts';
import { type Block, bodyFromLines } from '#shared/text-model/body.ts';
import { contents, writeTempFile } from '../files.ts';
import { documentInput } from '../records.ts';
import { doc, paragraph, text } from './meeting.ts';
import { idOf, type Teller } from './teller.ts';

const signed = { signerName: 'Trần Văn Hậu' };

/** The resolution of the conference: numbered, with the scan that came back. */
export async function issueResolution(teller: Teller): Promise<void> {
  const { call, clock, ids } = teller;
  ids.clause = clock.sources.newId();
  const body = doc(
    { type: 'heading', attrs: { level: 1, id: ids.clause }, content: [text('Mục tiêu')] },
    paragraph(text('Diện tích lúa hai vụ đạt '), text('330 ha', { type: 'bold' }), text('.')),
  );
  const { id } = await call.documents.create(
    documentInput({
      ...signed,
      conferenceId: idOf(teller, 'conferenceClosed'),
      date: '2026-01-07',
      subject: 'về phương hướng, nhiệm vụ năm 2026',
      body,
    }),
  );
  await call.documents.issue({ id, date: '2026-01-07' });
  ids.documentIssued = id;
  ids.attachment = await attach(teller, { ownerKind: 'document', ownerId: id, role: 'scan' }, 'bản ký.pdf');
}

type Owner = Omit<Input<'attachments.attach'>, 'tokens'>;

/** A tiny file of that name. @returns the attachment */
export async function attach({ app, call }: Teller, owner: Owner, name: string): Promise<string> {
  app.host.files = [writeTempFile(name, contents.pdf(name))];
  const tokens = (await call.attachments.choose({})).map(({ token }) => token);
  const { ids } = await call.attachments.attach({ ...owner, tokens });
  return ids[0] ?? '';
}

/** One that is numbered and will be voided, and one of before the program. */
export async function issueDecision({ call, ids }: Teller): Promise<void> {
  const { id } = await call.documents.create(
    documentInput({
      ...signed,
      type: 'QĐ',
      date: '2026-01-08',
      subject: 'về việc thành lập Tổ rà soát đất lúa',
      body: bodyFromLines(['Thành lập Tổ rà soát gồm năm đồng chí.']),
    }),
  );
  await call.documents.issue({ id, date: '2026-01-08' });
  ids.documentVoided = id;
  const entry = { issuer: 'committee', type: 'CV', date: '2025-08-14', number: 21 } as const;
  const words = { subject: 'về việc nắm tình hình thôn Bàu Sen', recipients: [], copies: 3, ...signed };
  ids.documentFromPaper = (await call.documents.enterFromPaper({ ...entry, ...words })).id;
  await call.documents.switchCheckOff({ rule: 'dateOnWeekend', reason: 'Họp cả thứ bảy' });
}

/** What the draft says on each day: the same with some words changed. */
const plans = [
  'Tổ công tác kiểm tra thực địa ba thôn.',
  'Tổ công tác kiểm tra thực địa bốn thôn.',
  'Tổ công tác kiểm tra thực địa bốn thôn, báo cáo bằng văn bản.',
  'Tổ công tác kiểm tra thực địa bốn thôn, báo cáo bằng văn bản trước ngày 25/01/2026.',
];

/** The draft in its version of that number, from 0 on. */
function planInput({ ids }: Pick<Teller, 'ids'>, version: number) {
  const table: Block = {
    type: 'indicatorTable',
    attrs: { period: '2025', indicatorIds: [ids.indicator ?? ''], caption: 'Diện tích lúa' },
  };
  const lines = bodyFromLines(['Rà soát toàn bộ diện tích lúa hai vụ.', plans[version] ?? '']);
  return documentInput({
    ...signed,
    type: 'KH',
    date: null,
    draftRound: 1 + version,
    subject: `rà soát diện tích lúa hai vụ${version > 1 ? ' năm 2026' : ''}`,
    body: doc(...lines.content, table),
  });
}

export async function beginPlan(teller: Teller): Promise<void> {
  const { id } = await teller.call.documents.create(planInput(teller, 0));
  teller.ids.documentDraft = id;
}

/** The same draft again, as it is by then. */
export async function savePlan(teller: Teller, version: number): Promise<void> {
  await teller.call.documents.save({ id: idOf(teller, 'documentDraft'), ...planInput(teller, version) });
}

/** A resolution that amends the first: laid before others, returned, approved, numbered. */
export async function amendResolution(teller: Teller): Promise<void> {
  const { call, as, ids, people } = teller;
  const amended = idOf(teller, 'documentIssued');
  const live = { source: 'attendance' as const, refId: idOf(teller, 'conferenceClosed') };
  const {
    live: [sentence],
  } = await call.documents.references({ clauses: [], live: [live], tables: [] });
  const cited = { documentId: amended, clauseId: idOf(teller, 'clause'), label: 'mục I' };
  const fields = documentInput({
    ...signed,
    date: '2026-01-09',
    subject: 'sửa đổi Nghị quyết về phương hướng, nhiệm vụ năm 2026',
    relations: [{ kind: 'amends', documentId: amended, part: 'mục I' }],
    body: doc(
      paragraph(text('Sửa đổi '), { type: 'clauseRef', attrs: cited }, text(': diện tích đạt 335 ha.')),
      paragraph({ type: 'liveText', attrs: { ...live, seen: sentence?.words ?? '' } }),
    ),
  });
  const { id } = await call.documents.create(fields);
  ids.documentAmending = id;
  const submit = { documentId: id, assigneeId: people.approver ?? null, dueOn: '2026-01-12' };
  await call.approvals.submit(submit);
  as('approver');
  await call.approvals.return({ documentId: id, reason: 'nêu rõ thôn nào' });
  as('clerk');
  await call.documents.save({ id, ...fields, subject: `${fields.subject} (thôn Bàu Sen)` });
  await call.approvals.submit(submit);
  as('approver');
  const { version } = await call.approvals.get({ documentId: id });
  await call.approvals.approve({ documentId: id, version, acceptMoved: true });
  as('clerk');
  await call.documents.issue({ id, date: '2026-01-09' });
}

/** What lies before the deputy, and is not decided. */
export async function submitReport({ call, ids, people }: Teller): Promise<void> {
  const { id } = await call.documents.create(
    documentInput({ ...signed, type: 'BC', date: null, subject: 'kết quả tháng 12 năm 2025' }),
  );
  await call.approvals.submit({ documentId: id, assigneeId: people.reviewer ?? null, dueOn: '2026-01-14' });
  ids.documentInReview = id;
}
