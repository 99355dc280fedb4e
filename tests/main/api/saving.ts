import type { Client, Input, SavingMethod } from '#shared/contract.ts';
import { blankItem } from '#shared/features/conferences/blank.ts';
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

/** A save of the method for each number: of the same record, each time as something else. */
type Saves = { [N in SavingMethod]: (n: number) => Input<N> };

const one = <T>([first]: readonly T[]): T => {
  if (first === undefined) throw new Error('there is none');
  return first;
};

/** An office with one record of everything that is saved in a form, and how each is saved. */
export async function savesOf({ call }: TestApp): Promise<Saves> {
  const { termId } = await setUpOffice(call);
  const memberId = await addMember(call, termId, 'Đinh Văn Lập');
  const { id: documentId } = await call.documents.create(documentInput());
  const { id: indicatorId } = await call.indicators.create(indicatorInput());
  const { id: phraseId } = await call.phrases.save({ abbreviation: 'du', text: 'Đảng ủy' });
  const conference = await held(call);
  const { names, terms } = await call.organisation.get({});
  const member = one(await call.organisation.listMembers({ termId }));
  const preset = one(await call.conferences.presets({}));
  const { profile } = one(await call.print.profiles({}));
  await call.users.begin({ name: 'Nguyễn Văn An', title: '', roles: ['clerk', 'admin'], pin: '482913' });
  const opinion = { kind: 'remark' as const, text: 'Nên ngắn hơn.', proposed: null };
  const { id: opinionId } = await call.reviews.give({
    ...opinion,
    ...{ documentId, version: null, field: 'document', place: null, quote: '' },
  });
  const user = one(await call.users.list({}));
  const { id, itemId } = conference;
  return {
    'documents.save': (n) => ({ ...documentInput({ subject: `về việc ${n}` }), id: documentId }),
    'indicators.save': (n) => ({ ...indicatorInput({ actual: String(n) }), id: indicatorId }),
    'phrases.save': (n) => ({ id: phraseId, abbreviation: 'du', text: `Đảng ủy ${n}` }),
    'phrases.saveLines': (n) => ({ basis: [`Căn cứ ${n}`], recipient: [] }),
    'conferences.save': (n) => ({ ...conferenceInput({ place: `Phòng ${n}` }), id }),
    'conferences.saveAgenda': (n) => ({ id, items: [{ ...blankItem(`Nội dung ${n}`), id: itemId }] }),
    'conferences.saveVote': (n) => ({
      id,
      itself: conference.voteId,
      vote: voteInput({ itemId, question: `Thông qua ${n}` }),
    }),
    'conferences.saveElection': (n) => ({
      id,
      itself: conference.electionId,
      election: electionInput({ itemId, candidates: [{ fullName: `Đinh Văn ${n}`, title: '', votes: 1 }] }),
    }),
    'conferences.savePreset': (n) => ({ ...preset, expectedDocuments: `Báo cáo ${n}` }),
    'organisation.saveName': (n) => ({ ...one(names), placeName: `Sơn Liên ${n}` }),
    'organisation.saveTerm': (n) => ({ ...one(terms), ordinal: 13 + n }),
    'organisation.saveMember': (n) => ({
      id: memberId,
      termId,
      fullName: member.fullName,
      validFrom: member.validFrom,
      validTo: null,
      positions: member.positions.map((position) => ({ ...position, title: `Ủy viên ${n}` })),
    }),
    'print.saveProfile': (n) => ({ ...profile, name: `Thể thức ${n}` }),
    'reviews.correct': (n) => ({ ...opinion, id: opinionId, text: `Nên ngắn hơn ${n}.` }),
    'users.save': (n) => ({ ...user, title: `Văn thư ${n}` }),
  };
}

/** A conference with an item, a vote and an election on it. */
async function held(call: Client) {
  const { id } = await call.conferences.create(conferenceInput());
  const { ids } = await call.conferences.saveAgenda({ id, items: [blankItem('Nội dung')] });
  const itemId = one(ids);
  const { id: voteId } = await call.conferences.saveVote({ id, vote: voteInput({ itemId }) });
  const { id: electionId } = await call.conferences.saveElection({ id, election: electionInput({ itemId }) });
  return { id, itemId, voteId, electionId };
}
