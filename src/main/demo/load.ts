import type { JoiningClient } from '#main/api/context.ts';
import { ruleError } from '#shared/errors.ts';
import { blankItem } from '#shared/features/conferences/blank.ts';
import type { BodyName } from '#shared/features/organisation/schema.ts';
import { bodyFromLines, emptyBody } from '#shared/text-model/body.ts';
import { demoExcused, demoMembers, demoNewMembers } from './members.ts';
import {
  demoAgenda,
  demoConclusion,
  demoConference,
  demoDiscussion,
  demoIndicators,
  demoMarked,
  demoResolution,
} from './texts.ts';

/** The day the new commune began: names, superior and term change with it. */
const reorganised = '2025-07-01';
const dayBefore = '2025-06-30';

/**
 * Fills an empty office with the demo records, through the same methods a clerk uses and in one change set: the
 * conference of 24/12/2021 with its minutes and resolution under the old names, and a document of 2026 under the new ones.
 * @throws AppError RULE notEmpty
 */
export async function loadDemo(
  call: JoiningClient,
  progress: (done: number, total: number) => void,
): Promise<void> {
  if ((await call.organisation.get({})).bodyId !== null) throw ruleError('notEmpty');
  const steps = [loadOrganisation, loadIndicators, loadConference, loadNewOffice];
  for (const [index, step] of steps.entries()) {
    progress(index, steps.length);
    await step(call);
  }
  progress(steps.length, steps.length);
}

async function loadOrganisation(call: JoiningClient): Promise<void> {
  const { termId } = await call.organisation.setup({
    commune: 'xã Sơn Liên',
    superior: 'huyện Sơn Tây',
    placeName: 'Sơn Liên',
    termOrdinal: 13,
    termStartsOn: '2020-06-01',
  });
  await saveMembers(call, termId, demoMembers, '2020-06-01', dayBefore);
}

async function saveMembers(
  call: JoiningClient,
  termId: string,
  members: typeof demoMembers,
  validFrom: string,
  validTo: string | null,
): Promise<void> {
  for (const [fullName, role, title] of members) {
    await call.organisation.saveMember({
      termId,
      fullName,
      validFrom,
      validTo,
      positions: [{ role, title, validFrom, validTo: null }],
    });
  }
}

async function loadIndicators(call: JoiningClient): Promise<void> {
  for (const indicator of demoIndicators) {
    await call.indicators.create({ ...indicator, direction: 'up', period: '2021', planSource: 'assigned' });
  }
}

async function loadConference(call: JoiningClient): Promise<void> {
  const on = '2021-12-24';
  const members = await call.organisation.listMembers({ on });
  const byName = new Map(members.map((member) => [member.fullName, member.id]));
  const fields = {
    kind: 'executive_committee' as const,
    session: 'regular' as const,
    ordinal: 7,
    customTitle: '',
    startsAt: `${on}T07:30`,
    endsAt: `${on}T11:15`,
    ...demoConference,
    chairId: byName.get('Đinh Văn Trường') ?? null,
    recorderName: 'Đinh Thị Yến',
    conclusion: demoConclusion,
  };
  const { id } = await call.conferences.create(fields);
  const { attendance } = await call.conferences.get({ id });
  for (const [name, reason] of Object.entries(demoExcused)) {
    const entry = attendance.find(({ memberId }) => memberId === byName.get(name));
    if (entry) await call.conferences.setAttendance({ id, entry: { ...entry, state: 'excused', reason } });
  }
  const person = (name: string) => {
    const member = members.find(({ fullName }) => fullName === name);
    return { memberId: member?.id ?? null, name, title: member?.positions[0]?.title ?? '' };
  };
  const { ids } = await call.conferences.saveAgenda({
    id,
    items: demoAgenda.map(({ title, presenter, said, conclusion, marked }) => ({
      ...blankItem(title),
      presenter,
      discussion: demoDiscussion(said, person),
      conclusion: demoMarked(conclusion, marked),
    })),
  });
  for (const [index, { vote }] of demoAgenda.entries()) {
    const itemId = ids[index];
    if (vote && itemId) await call.conferences.saveVote({ id, vote: unanimous(itemId, vote, 13) });
  }

  const indicators = await call.indicators.list({ period: '2021' });
  const template = await call.documents.template({ type: 'NQ', conferenceId: id, date: on });
  const document = await call.documents.create({
    ...template,
    body: demoResolution(indicators.map((row) => row.id)),
  });
  await call.documents.issue({ id: document.id, date: on, number: 12 });
}

function unanimous(itemId: string, question: string, inFavour: number) {
  const counts = { issued: null, collected: null, invalid: null, inFavour, against: 0, other: 0 };
  return { itemId, question, method: 'hands' as const, ...counts, named: [] };
}

async function loadNewOffice(call: JoiningClient): Promise<void> {
  const { names, terms } = await call.organisation.get({});
  const [oldName] = names;
  const [oldTerm] = terms;
  if (!oldName || !oldTerm) throw ruleError('notSetUp');
  await call.organisation.saveName({ ...oldName, validTo: dayBefore });
  await call.organisation.saveTerm({ ...oldTerm, endsOn: dayBefore });
  await call.organisation.saveName(newName);
  const term = await call.organisation.saveTerm({ ordinal: 1, startsOn: reorganised, endsOn: null });
  await saveMembers(call, term.id, demoNewMembers, reorganised, null);

  const on = '2026-07-14';
  const template = await call.documents.template({ type: 'KH', conferenceId: null, date: on });
  const document = await call.documents.create({
    ...template,
    subject: 'sơ kết 6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm 2026',
    body: bodyFromLines([
      'Thực hiện Chương trình công tác năm 2026, Đảng ủy xã Sơn Tây Thượng xây dựng kế hoạch sơ kết 6 tháng đầu năm như sau.',
      'Các chi bộ trực thuộc gửi báo cáo về Văn phòng Đảng ủy trước ngày 20/7/2026 để tổng hợp, trình Ban Thường vụ.',
    ]),
  });
  await call.documents.issue({ id: document.id, date: on });
  const draft = await call.documents.template({ type: 'NQ', conferenceId: null, date: null });
  await call.documents.create({ ...draft, body: emptyBody });
}

const newName: Omit<BodyName, 'id'> = {
  validFrom: reorganised,
  validTo: null,
  name: 'Đảng ủy xã Sơn Tây Thượng',
  parentLine: 'ĐẢNG BỘ TỈNH QUẢNG NGÃI',
  issuingLine: 'ĐẢNG ỦY XÃ SƠN TÂY THƯỢNG',
  placeName: 'Sơn Tây Thượng',
  symbol: 'ĐU',
  committeeName: 'Ban Chấp hành Đảng bộ xã',
  standingName: 'Ban Thường vụ Đảng ủy xã',
  superiorLevel: 'tỉnh',
  issuers: {},
};
