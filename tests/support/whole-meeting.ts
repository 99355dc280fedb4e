import type { Client } from '#shared/contract.ts';
import { blankItem } from '#shared/features/conferences/blank.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { conferenceInput, documentInput, electionInput, setUpOffice, voteInput } from './records.ts';

const names = [
  'Đinh Văn Trường',
  'Phạm Thị Hồng Ân',
  'Đinh Văn Rếp',
  'Đinh Thị Tuyết',
  'Nguyễn Hữu Phước',
  'Đinh Văn Ót',
  'Đinh Văn Nghĩa',
];
const titles = ['Bí thư Đảng ủy', 'Phó Bí thư Thường trực Đảng ủy, Chủ tịch Hội đồng nhân dân xã'];

/**
 * A conference of seven in which everything happens: who is away, late and leaves, a vote, an election, a matter that
 * is carried over, a resolution. Not closed yet.
 */
export async function holdWholeMeeting(call: Client): Promise<{ id: string; electionId: string }> {
  const { termId } = await setUpOffice(call);
  for (const [i, fullName] of names.entries()) {
    await call.organisation.saveMember({
      termId,
      fullName,
      validFrom: '2020-06-01',
      validTo: null,
      positions: [
        {
          role: (['secretary', 'deputy'] as const)[i] ?? 'member',
          title: titles[i] ?? 'Đảng ủy viên',
          validFrom: '2020-06-01',
          validTo: null,
        },
      ],
    });
  }
  const members = await call.organisation.listMembers({ on: '2021-12-24' });
  const { id } = await call.conferences.create(
    conferenceInput({
      endsAt: '2021-12-24T11:15',
      place: 'Hội trường Ủy ban nhân dân xã Sơn Liên',
      papers: 'Báo cáo tổng kết năm 2021\nDự thảo Nghị quyết',
      invited:
        'Đồng chí Nguyễn Văn An, Phó Bí thư Thường trực Huyện ủy\nĐinh Thị Bảy, Chủ tịch Hội Liên hiệp Phụ nữ xã',
      chairId: members[0]?.id ?? null,
      recorderName: 'Đinh Thị Yến',
      conclusion: bodyFromLines(['Hội nghị hoàn thành toàn bộ chương trình đề ra.']),
    }),
  );
  const { ids } = await call.conferences.saveAgenda({
    id,
    items: [
      {
        ...blankItem('Báo cáo kết quả lãnh đạo thực hiện nhiệm vụ năm 2021'),
        presenter: 'Đồng chí Phạm Thị Hồng Ân, Phó Bí thư Thường trực',
        plannedAt: '2021-12-24T07:45',
        startedAt: '2021-12-24T07:50',
        endedAt: '2021-12-24T09:00',
        discussion: bodyFromLines(['Đồng chí Đinh Văn Rếp: nhất trí với báo cáo.']),
        conclusion: bodyFromLines(['Thông qua báo cáo.']),
      },
      {
        ...blankItem('Bầu bổ sung Ủy viên Ban Thường vụ Đảng ủy'),
        presenter: 'Đinh Văn Trường',
        plannedAt: '2021-12-24T09:15',
      },
      {
        ...blankItem('Quy hoạch cán bộ nhiệm kỳ 2025 - 2030'),
        plannedAt: '2021-12-24T10:30',
        isCarriedOver: true,
        carryReason: 'chờ hướng dẫn của Huyện ủy',
      },
    ],
  });
  const [first = '', second = ''] = ids;
  const { attendance } = await call.conferences.get({ id });
  const changes = [
    {},
    {},
    {},
    { arrivedItemId: second },
    { leftItemId: ids[2] ?? null },
    { state: 'excused' as const, reason: 'nghỉ ốm' },
    { state: 'replaced' as const, substitute: 'Đinh Văn Sáu', reason: 'đi công tác' },
  ];
  for (const [i, entry] of attendance.entries())
    await call.conferences.setAttendance({ id, entry: { ...entry, ...changes[i] } });
  await call.conferences.saveVote({
    id,
    vote: voteInput({
      itemId: first,
      question: 'Thông qua Báo cáo tổng kết năm 2021',
      inFavour: 3,
      against: 1,
      named: [{ name: 'Đinh Văn Rếp', choice: 'against' }],
    }),
  });
  const { id: electionId } = await call.conferences.saveElection({
    id,
    election: electionInput({
      itemId: second,
      title: 'Bầu bổ sung Ủy viên Ban Thường vụ Đảng ủy',
      seats: 1,
      issued: 5,
      collected: 5,
      invalid: 0,
      headTeller: 'Nguyễn Hữu Phước',
      tellers: 'Đinh Thị Tuyết, Thư ký\nĐinh Văn Ót',
      candidates: [
        { fullName: 'Đinh Văn Nghĩa', title: 'Đảng ủy viên', votes: 1 },
        { fullName: 'Đinh Văn Rếp', title: 'Đảng ủy viên, Chủ tịch Ủy ban nhân dân xã', votes: 4 },
      ],
    }),
  });
  const document = await call.documents.create(documentInput({ conferenceId: id }));
  await call.documents.issue({ id: document.id, date: '2021-12-24' });
  await call.documents.create(documentInput({ conferenceId: id, type: 'TB', subject: 'kết quả Hội nghị' }));
  return { id, electionId };
}
