import { percentOf, showQuantity, twoDigits } from '../../text/quantities.ts';
import { firstTwice } from './people.ts';
import {
  type Candidate,
  type ConferenceKind,
  type Election,
  type ElectionFields,
  type Vote,
  type VoteFields,
  voteChoices,
} from './schema.ts';

/** A total that cannot be: the last part of the message id `error.RULE.<reason>`. */
export type CountFault = { reason: string; params: Record<string, number | string> };

/** The first thing that cannot be in the counts of a vote among `present` people, or null. */
export function voteFault(vote: VoteFields, present: number): CountFault | null {
  const sum = vote.inFavour + vote.against + vote.other;
  for (const choice of voteChoices) {
    const names = vote.named.filter((one) => one.choice === choice).length;
    if (names > vote[choice]) return { reason: 'moreNamesThanVotes', params: { names, votes: vote[choice] } };
  }
  if (vote.method === 'hands') {
    return sum > present ? { reason: 'moreHandsThanPresent', params: { sum, present } } : null;
  }
  const { issued, collected, invalid } = vote;
  if (issued === null || collected === null || invalid === null)
    return { reason: 'ballotsMissing', params: {} };
  return ballotFault({ issued, collected, invalid }, present) ?? sumFault(sum, collected - invalid);
}

function sumFault(sum: number, valid: number): CountFault | null {
  return sum === valid ? null : { reason: 'votesNotValidBallots', params: { sum, valid } };
}

type Ballots = { issued: number; collected: number; invalid: number };

function ballotFault({ issued, collected, invalid }: Ballots, present: number): CountFault | null {
  if (issued > present) return { reason: 'moreBallotsThanPresent', params: { issued, present } };
  if (collected > issued) return { reason: 'moreBallotsBack', params: { collected, issued } };
  if (invalid > collected) return { reason: 'moreInvalidThanBack', params: { invalid, collected } };
  return null;
}

/** The first thing that cannot be in the counts of an election among `present` people, or null. */
export function electionFault(election: ElectionFields, present: number): CountFault | null {
  const ballots = ballotFault(election, present);
  if (ballots) return ballots;
  const valid = election.collected - election.invalid;
  const twice = firstTwice([], election.candidates);
  if (twice) return { reason: 'candidateTwice', params: { name: twice.fullName } };
  for (const { fullName, votes } of election.candidates) {
    if (votes > valid) return { reason: 'moreVotesThanBallots', params: { name: fullName, votes, valid } };
  }
  const sum = election.candidates.reduce((total, { votes }) => total + votes, 0);
  const most = valid * election.seats;
  return sum > most ? { reason: 'moreVotesThanSeats', params: { sum, most, seats: election.seats } } : null;
}

/** What an item asks the conference: "Thảo luận, biểu quyết thông qua Nghị quyết" → "Thông qua Nghị quyết". */
export function proposedQuestion(itemTitle: string): string {
  const asked = /thông qua\s+(.+)$/iu.exec(itemTitle)?.[1] ?? itemTitle;
  return `Thông qua ${asked}`.trim();
}

/** What an item elects: "Công tác cán bộ; bầu Phó Bí thư" → "Bầu Phó Bí thư"; empty when it names no election. */
export function proposedElection(itemTitle: string): string {
  const elected = /(?<!\p{L})bầu\s+(.+)$/iu.exec(itemTitle)?.[1];
  return elected ? `Bầu ${elected}` : '';
}

/** A resolution holds when more than half of all members agree, not of those present (domain 3.2). */
export function isPassed({ inFavour, members }: Pick<Vote, 'inFavour' | 'members'>): boolean {
  return inFavour * 2 > members;
}

/** The fewest that are more than half of all members. */
export function majorityCount(members: number): number {
  return Math.floor(members / 2) + 1;
}

/** What those who vote are called as a body: "tổng số ủy viên". */
export const voterNames: Record<ConferenceKind, string> = {
  congress: 'đại biểu',
  executive_committee: 'ủy viên',
  standing_committee: 'ủy viên',
  cell: 'đảng viên',
};

/** "13/13 đồng chí có mặt (đạt 86,7% tổng số ủy viên) tán thành", with the others, who raised no hand, and the ballots where there are any. */
export function voteSentence(vote: Omit<Vote, 'id' | 'itemId' | 'named'>, kind: ConferenceKind): string {
  const { inFavour, against, other, present, members } = vote;
  const silent = vote.method === 'hands' ? present - inFavour - against - other : 0;
  const parts = [
    ...(vote.method === 'ballots'
      ? [ballotsSentence(vote.issued ?? 0, vote.collected ?? 0, vote.invalid ?? 0)]
      : []),
    `${twoDigits(inFavour)}/${twoDigits(present)} đồng chí có mặt (đạt ${share(inFavour, members)} tổng số ${voterNames[kind]}) tán thành`,
    ...(against > 0 ? [`${twoDigits(against)} đồng chí không tán thành`] : []),
    ...(other > 0 ? [`${twoDigits(other)} đồng chí có ý kiến khác`] : []),
    ...(silent > 0 ? [`${twoDigits(silent)} đồng chí không biểu quyết`] : []),
  ];
  return parts.join('; ');
}

/** "phát ra 13 phiếu, thu về 13 phiếu, hợp lệ 12 phiếu, không hợp lệ 01 phiếu" */
export function ballotsSentence(issued: number, collected: number, invalid: number): string {
  const ballots = (count: number) => `${twoDigits(count)} phiếu`;
  return `phát ra ${ballots(issued)}, thu về ${ballots(collected)}, hợp lệ ${ballots(collected - invalid)}, không hợp lệ ${ballots(invalid)}`;
}

/** "86,7%": a part of all, to one decimal. */
export function share(part: number, all: number): string {
  return `${showQuantity(percentOf(String(part), String(all), 1) ?? '0')}%`;
}

export type RankedCandidate = Candidate & { outcome: 'elected' | 'tied' | 'not_elected' };

/**
 * By votes, most first. Elected is who has the votes of more than half of all members and a seat; who shares the last
 * seat with others is tied, and the conference votes again or decides.
 */
export function rankCandidates(
  election: Pick<Election, 'candidates' | 'seats' | 'members'>,
): RankedCandidate[] {
  const { candidates, seats, members } = election;
  const ranked = [...candidates].sort((a, b) => b.votes - a.votes);
  const enough = ranked.filter(({ votes }) => votes * 2 > members);
  const last = enough[seats - 1];
  const isOver = last !== undefined && enough[seats]?.votes === last.votes;
  return ranked.map((one) => {
    if (one.votes * 2 <= members || (last && one.votes < last.votes))
      return { ...one, outcome: 'not_elected' };
    return { ...one, outcome: isOver && one.votes === last?.votes ? 'tied' : 'elected' };
  });
}
