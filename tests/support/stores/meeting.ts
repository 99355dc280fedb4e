import { blankItem } from '#shared/features/conferences/blank.ts';
import { type Block, type Body, bodyFromLines, type Inline, type Mark } from '#shared/text-model/body.ts';
import { conferenceInput, electionInput, voteInput } from '../records.ts';
import { idOf, type Teller } from './teller.ts';

const day = '2026-01-06';

export const text = (words: string, ...marks: Mark[]): Inline => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
});
export const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content });
export const doc = (...content: Block[]): Body => ({ type: 'doc', content });

/** A conference in which everything happens, up to its end; closed by `closeMeeting`. */
export async function holdMeeting(teller: Teller): Promise<void> {
  const { call, ids } = teller;
  const members = await call.organisation.listMembers({ on: day });
  const { id } = await call.conferences.create(
    conferenceInput({
      ordinal: 3,
      startsAt: `${day}T07:30`,
      endsAt: `${day}T11:20`,
      place: 'Hội trường Đảng ủy xã Thanh Lộc',
      content: 'Tổng kết công tác năm 2025, bàn nhiệm vụ năm 2026',
      papers: 'Báo cáo tổng kết năm 2025\nDự thảo Nghị quyết',
      invited: 'Đồng chí Ngô Thanh Bình, Ủy viên Ban Thường vụ Tỉnh ủy',
      chairId: members[0]?.id ?? null,
      recorderName: 'Bùi Thị Hạnh',
      conclusion: bodyFromLines(['Hội nghị hoàn thành toàn bộ chương trình.']),
    }),
  );
  ids.conferenceClosed = id;
  const items = [
    {
      ...blankItem('Báo cáo kết quả lãnh đạo thực hiện nhiệm vụ năm 2025'),
      presenter: 'Phạm Quốc Bảo',
      plannedAt: `${day}T07:45`,
      startedAt: `${day}T07:50`,
      endedAt: `${day}T09:10`,
      discussion: discussion(teller, members[2]?.id ?? null),
      conclusion: bodyFromLines(['Thông qua báo cáo.']),
    },
    { ...blankItem('Biểu quyết thông qua Nghị quyết'), plannedAt: `${day}T09:20` },
    { ...blankItem('Bầu bổ sung Ủy viên Ban Thường vụ Đảng ủy'), presenter: 'Trần Văn Hậu' },
    { ...blankItem('Quy hoạch cán bộ'), isCarriedOver: true, carryReason: 'chờ hướng dẫn của Tỉnh ủy' },
  ];
  const agenda = (await call.conferences.saveAgenda({ id, items })).ids;
  await callRoll(teller, agenda);
  await decide(teller, agenda);
}

/** Who said what, in letters of each kind, with words that are marked for later. */
function discussion({ clock }: Teller, memberId: string | null): Body {
  const task: Mark = { type: 'finding', attrs: { id: clock.sources.newId(), kind: 'task' } };
  const title = 'Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân xã';
  return doc(
    paragraph(
      { type: 'speaker', attrs: { memberId, name: 'Đỗ Thị Mai Lan', title, part: 'statement' } },
      text(' nhất trí với báo cáo; '),
      text('đề nghị làm rõ', { type: 'bold' }),
      text(' nguyên nhân của '),
      text('các chỉ tiêu chưa đạt', { type: 'italic' }),
      text('. '),
      text('Rà soát diện tích lúa hai vụ trước ngày 30/01/2026', task),
      text('.'),
    ),
    {
      type: 'bulletList',
      content: ['Thu ngân sách đạt kế hoạch', 'Giải ngân còn chậm'].map((words) => ({
        type: 'listItem',
        content: [{ type: 'paragraph', content: [text(words)] }],
      })),
    },
  );
}

async function callRoll({ call, ids }: Teller, agenda: readonly string[]): Promise<void> {
  const id = ids.conferenceClosed ?? '';
  const { attendance } = await call.conferences.get({ id });
  const changes = new Map([
    [3, { arrivedItemId: agenda[1] ?? null }],
    [5, { leftItemId: agenda[3] ?? null }],
    [6, { state: 'excused' as const, reason: 'nghỉ ốm' }],
  ]);
  for (const [at, entry] of attendance.entries())
    if (changes.has(at))
      await call.conferences.setAttendance({ id, entry: { ...entry, ...changes.get(at) } });
}

async function decide({ call, ids }: Teller, agenda: readonly string[]): Promise<void> {
  const id = ids.conferenceClosed ?? '';
  const vote = voteInput({
    itemId: agenda[1] ?? '',
    question: 'Thông qua Nghị quyết về nhiệm vụ năm 2026',
    inFavour: 5,
    against: 1,
    named: [{ name: 'Huỳnh Tấn Phát', choice: 'against' }],
  });
  ids.vote = (await call.conferences.saveVote({ id, vote })).id;
  const election = electionInput({
    itemId: agenda[2] ?? '',
    title: 'Bầu bổ sung Ủy viên Ban Thường vụ Đảng ủy',
    issued: 6,
    collected: 6,
    invalid: 1,
    headTeller: 'Võ Minh Khang',
    tellers: 'Lê Thị Ngọc Diệp',
    candidates: [
      { fullName: 'Nguyễn Thị Thu Hà', title: 'Đảng ủy viên', votes: 4 },
      { fullName: 'Huỳnh Tấn Phát', title: 'Đảng ủy viên', votes: 1 },
    ],
  });
  await call.conferences.saveElection({ id, election });
}

/** Closed, opened again for a correction, and closed with the number that it has. */
export async function closeMeeting(teller: Teller): Promise<void> {
  const { call } = teller;
  const id = idOf(teller, 'conferenceClosed');
  await call.conferences.close({ id });
  await call.conferences.reopen({ id, reason: 'ghi thiếu ý kiến kết luận' });
  const { agenda } = await call.conferences.get({ id });
  const [first, ...others] = agenda;
  if (!first) throw new Error('no agenda');
  const conclusion = bodyFromLines(['Thông qua báo cáo, bổ sung phần nguyên nhân.']);
  await call.conferences.saveAgenda({ id, items: [{ ...first, conclusion }, ...others] });
  await call.conferences.close({ id });
}

/** The next one, which goes on with what was left open, and is not held yet. */
export async function prepareNext({ call, ids }: Teller): Promise<void> {
  const members = await call.organisation.listMembers({ on: '2026-01-20' });
  const { id } = await call.conferences.create(
    conferenceInput({
      ordinal: 4,
      startsAt: '2026-01-20T07:30',
      place: 'Hội trường Đảng ủy xã Thanh Lộc',
      content: 'Sơ kết tháng 01, bàn nhiệm vụ tháng 02 năm 2026',
      chairId: members[1]?.id ?? null,
      recorderName: 'Bùi Thị Hạnh',
    }),
  );
  ids.conferenceOpen = id;
  const { agenda } = await call.conferences.get({ id });
  const report = {
    ...blankItem('Báo cáo công tác tháng 01'),
    discussion: bodyFromLines(['Chưa có ý kiến.']),
  };
  const other = blankItem('Nhiệm vụ tháng 02');
  await call.conferences.saveAgenda({ id, items: [report, ...agenda, other] });
}

/** The hundredth of its kind, numbered and then removed: its number stays in the register as void. */
export async function recordTwice({ call }: Teller): Promise<void> {
  const hundredth = { kind: 'standing_committee', ordinal: 100 } as const;
  const held = { startsAt: '2026-01-12T08:00', endsAt: '2026-01-12T09:30', place: 'Phòng họp số 1' };
  const { id } = await call.conferences.create(conferenceInput({ ...hundredth, ...held }));
  await call.conferences.close({ id, number: 9 });
  await call.conferences.reopen({ id, reason: 'ghi trùng' });
  await call.conferences.remove({ id, reason: 'ghi trùng hội nghị ngày 05/01' });
}
