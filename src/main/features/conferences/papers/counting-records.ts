import { textBlock } from '#main/paper/blocks.ts';
import { bare, capital, labelled, lines, listed, small } from '#main/paper/paper-text.ts';
import type { ConferenceKind, Election } from '#shared/features/conferences/schema.ts';
import { rankCandidates, share, voterNames } from '#shared/features/conferences/votes.ts';
import type { MinutesModel, PapersModel, PrintBlock } from '#shared/paper/model.ts';
import { addressed, addressOf, withoutAddress } from '#shared/text/address.ts';
import { officialDate } from '#shared/text/dates.ts';
import { twoDigits } from '#shared/text/quantities.ts';
import { type ConferenceSources, headFor, metaOf, profileOf, titled, titleOf, wholeOf } from './sources.ts';
import { resultTable, tiedSentences } from './votes.ts';

/** Biên bản kiểm phiếu: one paper for each election. */
export function composeCountingRecords(
  sources: ConferenceSources,
  elections: readonly Election[],
): PapersModel {
  return {
    kind: 'papers',
    profile: profileOf(sources),
    meta: metaOf(sources, 'Biên bản kiểm phiếu'),
    papers: elections.map((election) => countingRecord(sources, election)),
  };
}

function countingRecord(sources: ConferenceSources, election: Election): MinutesModel {
  const { conference } = sources;
  return {
    kind: 'minutes',
    profile: profileOf(sources),
    meta: metaOf(sources, 'Biên bản kiểm phiếu'),
    head: headFor(sources),
    typeName: 'BIÊN BẢN KIỂM PHIẾU',
    subject: small(election.title),
    body: [
      textBlock(`Tại ${titleOf(sources)}.`, '- '),
      ...labelled('Thời gian', officialDate(conference.startsAt)),
      ...labelled('Địa điểm', conference.place),
      section('1. ', 'Ban kiểm phiếu'),
      ...tellers(election),
      section('2. ', 'Kết quả kiểm phiếu'),
      ...counts(sources, election),
      section('3. ', 'Kết quả bầu cử'),
      textBlock('Kết quả cụ thể, xếp theo số phiếu từ cao xuống thấp:'),
      resultTable(election, conference.kind),
      ...elected(election, conference.kind),
      textBlock(`Biên bản này được lập để báo cáo ${wholeOf(conference)}.`),
    ],
    // Two signatures of minutes: who wrote it left, who answers for it right (domain 1.6).
    recorder: { authority: 'THƯ KÝ', title: null, name: secretaryOf(election) },
    chair: { authority: 'T/M BAN KIỂM PHIẾU', title: 'TRƯỞNG BAN', name: election.headTeller },
    certification: null,
  };
}

function section(label: string, text: string): PrintBlock {
  return { kind: 'heading', level: 2, label, runs: [{ text }] };
}

const secretary = /,?\s*\(?thư k[ýí]\)?/iu;

/** The teller who was typed as "Đinh Thị Yến, Thư ký"; otherwise the name is written by hand. */
function secretaryOf({ tellers: others }: Election): string {
  const found = lines(others).find((teller) => secretary.test(teller));
  return withoutAddress(found?.split(/[,(–-]/u)[0] ?? '').trim();
}

function tellers({ headTeller, tellers: others }: Election): PrintBlock[] {
  const members = lines(others).map((teller) => capital(addressed(bare(teller))));
  return listed(
    [
      `${capital(headTeller ? addressed(headTeller) : 'đồng chí ……………………………')}, Trưởng ban`,
      ...members.map((member) => (member.includes(',') ? member : `${member}, thành viên`)),
    ],
    '- ',
  );
}

function counts({ conference }: ConferenceSources, election: Election): PrintBlock[] {
  const { issued, collected, invalid, members, present, candidates, seats } = election;
  const rows: [string, number, string][] = [
    [`Tổng số ${voterNames[conference.kind]}`, members, 'đồng chí'],
    ['Có mặt khi bầu cử', present, 'đồng chí'],
    ['Số lượng cần bầu', seats, 'đồng chí'],
    ['Số người trong danh sách bầu cử', candidates.length, 'đồng chí'],
    ['Số phiếu phát ra', issued, 'phiếu'],
    ['Số phiếu thu về', collected, 'phiếu'],
    ['Số phiếu hợp lệ', collected - invalid, 'phiếu'],
    ['Số phiếu không hợp lệ', invalid, 'phiếu'],
  ];
  return rows.map(([label, count, unit]) => textBlock(`${label}: ${twoDigits(count)} ${unit}.`, '- '));
}

/** The elected by name and votes, a line each; then whether the last seat is open between several. */
function elected(election: Election, kind: ConferenceKind): PrintBlock[] {
  const chosen = rankCandidates(election).filter(({ outcome }) => outcome === 'elected');
  const of = `tổng số ${voterNames[kind]}`;
  const said = chosen.map(
    (one) =>
      `${capital(titled(withoutAddress(one.fullName), one.title, addressOf(one.fullName)))}: ${twoDigits(one.votes)} phiếu, đạt ${share(one.votes, election.members)} ${of}`,
  );
  return [
    textBlock(
      chosen.length > 0
        ? `Căn cứ kết quả trên, ${twoDigits(chosen.length)} đồng chí trúng cử:`
        : 'Căn cứ kết quả trên, không có đồng chí nào đủ số phiếu để trúng cử.',
    ),
    ...said.map((text, i) => textBlock(`${text}${i === said.length - 1 ? '.' : ';'}`, `${i + 1}. `)),
    ...tiedSentences(election).map((text) => textBlock(text)),
  ];
}
