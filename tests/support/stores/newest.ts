import { writeDraft } from '#renderer/lib/forms/draft-text.ts';
import { conferenceFields } from '#shared/features/conferences/schema.ts';
import { documentFields } from '#shared/features/documents/schema.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { conferenceInput, documentInput, indicatorInput, voteInput } from '../records.ts';
import { newestOpinions } from './opinions.ts';
import { attach, savePlan } from './papers.ts';
import { idOf, type Teller } from './teller.ts';

/** To be removed by the newest steps: the way back is another one than that of what was changed. */
export async function beginWhatGoes(teller: Teller): Promise<void> {
  const { call, ids } = teller;
  const owner = { ownerKind: 'conference', ownerId: idOf(teller, 'conferenceOpen'), role: 'paper' } as const;
  ids.attachmentRemoved = await attach(teller, owner, 'báo cáo tháng 01.pdf');
  const notice = documentInput({ type: 'TB', date: null, subject: 'lịch tiếp công dân tháng 01' });
  ids.documentRemoved = (await call.documents.create(notice)).id;
  const place = 'Phòng họp số 2';
  const meeting = conferenceInput({ kind: 'standing_committee', startsAt: '2026-01-19T14:00', place });
  ids.conferenceRemoved = (await call.conferences.create(meeting)).id;
  const roads = indicatorInput({ name: 'Đường thôn được bê tông hóa', unit: 'km', period: '2026' });
  ids.indicatorRemoved = (await call.indicators.create(roads)).id;
}

/** After a step that is final: what can be undone one after the other. Rows that change, that come, and that go. */
export async function takeNewestSteps(teller: Teller): Promise<void> {
  const { call } = teller;
  await call.indicators.save({
    ...{ id: idOf(teller, 'indicator'), name: 'Diện tích lúa hai vụ', unit: 'ha', direction: 'up' },
    ...{ period: '2026', planSource: 'resolution', plan: '335', actual: null },
  });
  await savePlan(teller, 3);
  await goOnWithNext(teller);
  await call.documents.create(documentInput({ type: 'GM', date: null, subject: 'họp giao ban tháng 02' }));
  await call.documents.remove({ id: idOf(teller, 'documentRemoved') });
  await call.conferences.remove({ id: idOf(teller, 'conferenceRemoved') });
  await call.indicators.remove({ id: idOf(teller, 'indicatorRemoved') });
  await call.attachments.remove({ id: idOf(teller, 'attachmentRemoved') });
  await newestOpinions(teller);
}

/** A few words more of one item, the last one gone, somebody away, a vote. */
async function goOnWithNext(teller: Teller): Promise<void> {
  const { call } = teller;
  const id = idOf(teller, 'conferenceOpen');
  const { agenda, attendance } = await call.conferences.get({ id });
  const [report, ...others] = agenda;
  const [entry] = attendance;
  if (!report || !entry) throw new Error('the next conference is empty');
  const discussion = bodyFromLines(['Đồng chí Đỗ Thị Mai Lan: tiến độ rà soát đạt yêu cầu.']);
  await call.conferences.saveAgenda({ id, items: [{ ...report, discussion }, ...others.slice(0, -1)] });
  const reason = 'đi công tác tỉnh';
  await call.conferences.setAttendance({ id, entry: { ...entry, state: 'excused', reason } });
  await call.conferences.saveVote({ id, vote: voteInput({ itemId: report.id, inFavour: 4 }) });
}

/** The forms as the page keeps them: all fields of the record, with what was typed since. */
export async function leaveDrafts(teller: Teller): Promise<void> {
  const { call, clock } = teller;
  const documentId = idOf(teller, 'documentDraft');
  const document = pick(documentFields.shape, await call.documents.get({ id: documentId }));
  const typed = 'Đang gõ: giao Văn phòng Đảng ủy tổng hợp, báo cáo hằng tuần.';
  const earlier = 'Gõ hôm trước: giao Ủy ban Kiểm tra giám sát.';
  const part = (words: string) => ({
    form: { ...document, body: bodyFromLines([words]) },
    at: clock.sources.now(),
    label: String(document.subject),
    basedOn: null,
  });
  const older = { ...part(earlier), words: '', older: null };
  await keep(teller, `documents:${documentId}`, { ...part(typed), words: '', older }, typed, earlier);

  const id = idOf(teller, 'conferenceOpen');
  const conference = await call.conferences.get({ id });
  const label = 'Hội nghị lần thứ tư';
  const asked = 'Nội dung đang sửa: sơ kết tháng 01 và giao ban thôn.';
  const header = { ...pick(conferenceFields.shape, conference), content: asked };
  await keep(
    teller,
    `conferences:${id}`,
    { form: header, words: '', at: clock.sources.now(), label, basedOn: null, older: null },
    asked,
  );
  const said = 'Đồng chí Võ Minh Khang: ý kiến đang ghi dở.';
  const items = conference.agenda.map(({ id: key, ...item }, at) => ({
    ...item,
    ...(at === 0 && { discussion: bodyFromLines([said]) }),
    key,
  }));
  const agenda = { form: { items }, words: '', at: clock.sources.now(), label, basedOn: null, older: null };
  await keep(teller, `conferences:${id}:agenda`, agenda, said);
}

type Draft = Parameters<typeof writeDraft<object>>[0];

async function keep(
  { call, drafts, people }: Teller,
  key: string,
  draft: Draft,
  sentence: string,
  older: string | null = null,
): Promise<void> {
  await call.drafts.put({ key, value: writeDraft(draft, 0) });
  drafts.push({ key, actor: people.clerk ?? '', sentence, older });
}

function pick(shape: object, record: object): Record<string, unknown> {
  return Object.fromEntries(Object.keys(shape).map((name) => [name, record[name as keyof typeof record]]));
}
