import { textBlock } from '#main/paper/blocks.ts';
import { capital, ended, lines } from '#main/paper/paper-text.ts';
import type {
  Conference,
  ConferenceKind,
  Election,
  Vote,
  VoteChoice,
} from '#shared/features/conferences/schema.ts';
import {
  ballotsSentence,
  type RankedCandidate,
  rankCandidates,
  share,
  voterNames,
  voteSentence,
} from '#shared/features/conferences/votes.ts';
import type { PrintBlock, PrintTable } from '#shared/paper/model.ts';
import { addressed } from '#shared/text/address.ts';
import { twoDigits } from '#shared/text/quantities.ts';

/** What was voted on and who was elected during one item, in official sentences. */
export function decisions({ votes, elections, kind }: Conference, itemId: string): PrintBlock[] {
  return [
    ...votes.filter((vote) => vote.itemId === itemId).flatMap((vote) => voteBlocks(vote, kind)),
    ...elections
      .filter((election) => election.itemId === itemId)
      .flatMap((election) => electionBlocks(election, kind)),
  ];
}

const methods: Record<Vote['method'], string> = {
  hands: 'bằng hình thức giơ tay',
  ballots: 'bằng hình thức bỏ phiếu kín',
};

function voteBlocks(vote: Vote, kind: ConferenceKind): PrintBlock[] {
  return [
    lead('Biểu quyết', `${vote.question.replace(/[.;,]$/u, '')} (${methods[vote.method]}).`),
    textBlock(`Kết quả: ${voteSentence(vote, kind)}.`),
    ...names(vote, 'inFavour', 'Tán thành'),
    ...names(vote, 'against', 'Không tán thành'),
    ...names(vote, 'other', 'Ý kiến khác'),
  ];
}

function names({ named }: Vote, choice: VoteChoice, label: string): PrintBlock[] {
  const found = named.filter((one) => one.choice === choice).map((one) => addressed(one.name));
  return found.length > 0 ? [textBlock(`${label}: ${found.join(', ')}.`, '- ')] : [];
}

function electionBlocks(election: Election, kind: ConferenceKind): PrintBlock[] {
  const { issued, collected, invalid, members, present } = election;
  return [
    lead('Bầu cử', ended(election.title)),
    ...tellers(election),
    textBlock(
      `Số lượng cần bầu: ${twoDigits(election.seats)} đồng chí. Tổng số ${voterNames[kind]}: ${twoDigits(members)} đồng chí; có mặt: ${twoDigits(present)} đồng chí.`,
      '- ',
    ),
    textBlock(`Kết quả kiểm phiếu: ${ballotsSentence(issued, collected, invalid)}.`, '- '),
    resultTable(election, kind),
    ...[electedSentence(election), ...tiedSentences(election)].map((text) => textBlock(text)),
  ];
}

function tellers({ headTeller, tellers: others }: Election): PrintBlock[] {
  const all = [
    ...(headTeller ? [`${addressed(headTeller)}, Trưởng ban`] : []),
    ...lines(others).map(addressed),
  ];
  return all.length > 0 ? [textBlock(`Ban kiểm phiếu: ${all.join('; ')}.`, '- ')] : [];
}

const outcomes: Record<RankedCandidate['outcome'], string> = {
  elected: 'Trúng cử',
  tied: 'Bằng phiếu',
  not_elected: 'Không trúng cử',
};

/** Everybody on the ballot, most votes first. */
export function resultTable(election: Election, kind: ConferenceKind): PrintTable {
  return {
    kind: 'table',
    caption: null,
    columns: [
      { header: 'STT', align: 'center', flexible: false },
      { header: 'Họ và tên', align: 'left', flexible: true },
      { header: 'Chức vụ', align: 'left', flexible: true },
      { header: 'Số phiếu\nđồng ý', align: 'center', flexible: false },
      { header: `% so với\ntổng số\n${voterNames[kind]}`, align: 'center', flexible: false },
      { header: 'Kết quả', align: 'center', flexible: false },
    ],
    rows: rankCandidates(election).map((one, i) => [
      String(i + 1),
      one.fullName,
      one.title,
      twoDigits(one.votes),
      share(one.votes, election.members).replace('%', ''),
      outcomes[one.outcome],
    ]),
  };
}

/** Who was elected, in the order of their votes. */
function electedSentence(election: Election): string {
  const elected = comrades(election, 'elected');
  return elected
    ? `Trúng cử, xếp theo số phiếu: ${elected}.`
    : 'Không có đồng chí nào đủ số phiếu để trúng cử.';
}

/** Several with the same votes for the last seat: the conference votes again or decides. */
export function tiedSentences(election: Election): string[] {
  const tied = comrades(election, 'tied');
  return tied ? [`${capital(tied)} bằng số phiếu ở vị trí cuối cùng; chưa xác định người trúng cử.`] : [];
}

function comrades(election: Election, outcome: RankedCandidate['outcome']): string {
  const found = rankCandidates(election).filter((one) => one.outcome === outcome);
  return found.map(({ fullName }) => addressed(fullName)).join(', ');
}

function lead(label: string, text: string): PrintBlock {
  return { kind: 'paragraph', label: '', runs: [{ text: `${label}: `, bold: true }, { text }] };
}
