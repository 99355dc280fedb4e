import type { Client, Input } from '#shared/contract.ts';
import { bodyFromLines, emptyBody } from '#shared/text-model/body.ts';

/** The office that most tests start from: Sơn Liên, term XIII. */
export async function setUpOffice(call: Client): Promise<{ bodyId: string; termId: string }> {
  return call.organisation.setup({
    commune: 'xã Sơn Liên',
    superior: 'huyện Sơn Tây',
    placeName: 'Sơn Liên',
    termOrdinal: 13,
    termStartsOn: '2020-06-01',
  });
}

export async function addMember(
  call: Client,
  termId: string,
  fullName: string,
  validFrom = '2020-06-01',
): Promise<string> {
  const { id } = await call.organisation.saveMember({
    termId,
    fullName,
    validFrom,
    validTo: null,
    positions: [{ role: 'member', title: 'Đảng ủy viên', validFrom, validTo: null }],
  });
  return id;
}

export function conferenceInput(
  changes: Partial<Input<'conferences.create'>> = {},
): Input<'conferences.create'> {
  return {
    kind: 'executive_committee',
    session: 'regular',
    ordinal: 7,
    customTitle: '',
    startsAt: '2021-12-24T07:30',
    endsAt: null,
    place: 'Hội trường xã',
    content: 'Tổng kết năm 2021',
    papers: '',
    invited: '',
    chairId: null,
    recorderName: '',
    conclusion: emptyBody,
    ...changes,
  };
}

type VoteInput = Input<'conferences.saveVote'>['vote'];

/** One hand raised: it fits every room that is not empty. */
export function voteInput(changes: Partial<VoteInput> & Pick<VoteInput, 'itemId'>): VoteInput {
  return {
    question: 'Thông qua Nghị quyết',
    method: 'hands',
    issued: null,
    collected: null,
    invalid: null,
    inFavour: 1,
    against: 0,
    other: 0,
    named: [],
    ...changes,
  };
}

type ElectionInput = Input<'conferences.saveElection'>['election'];

/** One ballot for one candidate. */
export function electionInput(
  changes: Partial<ElectionInput> & Pick<ElectionInput, 'itemId'>,
): ElectionInput {
  return {
    title: 'Bầu Phó Bí thư Đảng ủy',
    seats: 1,
    issued: 1,
    collected: 1,
    invalid: 0,
    headTeller: 'Đinh Văn Lập',
    tellers: 'Đinh Thị Yến',
    candidates: [{ fullName: 'Đinh Văn Rếp', title: 'Đảng ủy viên', votes: 1 }],
    ...changes,
  };
}

export function documentInput(changes: Partial<Input<'documents.create'>> = {}): Input<'documents.create'> {
  return {
    type: 'NQ',
    conferenceId: null,
    date: '2021-12-24',
    subject: 'về phương hướng, nhiệm vụ năm 2022',
    bases: ['Căn cứ Điều lệ Đảng'],
    openingLine: '',
    body: bodyFromLines(['Nâng cao năng lực lãnh đạo của Đảng bộ.']),
    recipients: ['Lưu Văn phòng Đảng ủy'],
    authority: 'T/M ĐẢNG ỦY',
    signerTitle: 'BÍ THƯ',
    signerName: 'Đinh Văn Trường',
    ...changes,
  };
}

export function indicatorInput(
  changes: Partial<Input<'indicators.create'>> = {},
): Input<'indicators.create'> {
  return {
    name: 'Diện tích cây mì',
    unit: 'ha',
    direction: 'up',
    period: '2021',
    planSource: 'assigned',
    plan: '150',
    actual: '160',
    ...changes,
  };
}
