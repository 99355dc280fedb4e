import { countAttendance } from '#shared/features/conferences/attendance.ts';
import { conferenceTitle } from '#shared/features/conferences/rules.ts';
import type { AttendanceEntry, Conference } from '#shared/features/conferences/schema.ts';
import type { Body } from '#shared/features/documents/body.ts';
import type { IndicatorRow } from '#shared/features/indicators/schema.ts';
import { positionOn } from '#shared/features/organisation/rules.ts';
import type { BodyName, Member } from '#shared/features/organisation/schema.ts';
import type { MinutesModel, PrintBlock, PrintSignature, ProfileId } from '#shared/features/print/model.ts';
import { officialDate, officialTime } from '#shared/text/dates.ts';
import { twoDigits } from '#shared/text/quantities.ts';
import { type BlockSources, documentNumbering, type Numbering, printBlocks, textBlock } from './blocks.ts';
import { headOf } from './compose.ts';
import { profileById, profileFor } from './profiles.ts';

export type MinutesSources = {
  conference: Conference;
  /** The organisation's names on the day of the conference. */
  name: BodyName;
  termOrdinal: number;
  /** The committee of that term: names and positions for the chair and the absent. */
  members: readonly Member[];
  /** Everything that indicator tables in the discussion refer to. */
  indicators: readonly IndicatorRow[];
  /** Number of the minutes in their register; without it the place stays blank. */
  number?: number;
  profileId?: ProfileId;
  /** The office certifies the chair's signature when it is not sealed. */
  certification?: PrintSignature;
};

/** Minutes after the form of Hướng dẫn 16-HD/VPTW (domain.md 1.6, 3.1). */
export function composeMinutes(sources: MinutesSources): MinutesModel {
  const { conference, name, members, profileId } = sources;
  const date = conference.startsAt.slice(0, 10);
  const profile = profileId ? profileById(profileId) : profileFor(date);
  const title = conferenceTitle(conference, sources.termOrdinal, name);
  const chair = members.find((member) => member.id === conference.chairId);
  return {
    kind: 'minutes',
    profile: profile.id,
    meta: { title: `Biên bản ${title}`, author: name.name, created: date },
    head: {
      ...headOf(name, date),
      number: sources.number === undefined ? null : twoDigits(sources.number),
      symbol: `BB/${name.symbol}`,
    },
    typeName: 'BIÊN BẢN',
    subject: title,
    body: [...openingLines(conference, chair, date), ...sections(sources)],
    recorder: { authority: 'NGƯỜI GHI BIÊN BẢN', title: null, name: conference.recorderName },
    chair: {
      authority: conference.kind === 'congress' ? 'CHỦ TRÌ ĐẠI HỘI' : 'CHỦ TRÌ HỘI NGHỊ',
      title: null,
      name: chair?.fullName ?? '',
    },
    certification: sources.certification ?? null,
  };
}

function openingLines(conference: Conference, chair: Member | undefined, date: string): PrintBlock[] {
  const papers = lines(conference.papers);
  const [onlyPaper = ''] = papers;
  return [
    textBlock(
      `Thời gian: bắt đầu vào hồi ${officialTime(conference.startsAt)}, ${officialDate(date)}.`,
      '- ',
    ),
    ...labelled('Địa điểm', conference.place),
    ...labelled('Nội dung', lines(conference.content).join(' ')),
    ...labelled('Người chủ trì', chair ? personOn(chair, date) : ''),
    ...labelled('Người ghi biên bản', conference.recorderName ? `đồng chí ${conference.recorderName}` : ''),
    ...(papers.length > 1
      ? [
          textBlock('Tài liệu sử dụng trong hội nghị:', '- '),
          ...papers.map((paper) => textBlock(ended(paper), '+ ')),
        ]
      : labelled('Tài liệu sử dụng trong hội nghị', onlyPaper)),
  ];
}

function sections(sources: MinutesSources): PrintBlock[] {
  const { conference } = sources;
  const blockSources: BlockSources = {
    indicators: sources.indicators,
    superiorLevel: sources.name.superiorLevel,
  };
  const count = { section: 0 };
  const section = (title: string): PrintBlock => {
    count.section += 1;
    return { kind: 'heading', level: 2, label: `${count.section}. `, runs: [{ text: title }] };
  };
  const whole = conference.kind === 'congress' ? 'đại hội' : 'hội nghị';
  const conclusion = written(conference.conclusion, blockSources);
  return [
    section(`Thành phần ${whole}`),
    ...participants(sources),
    ...(conference.agenda.length > 0 ? [section(`Diễn biến ${whole}`)] : []),
    ...conference.agenda.flatMap((item, i): PrintBlock[] => [
      { kind: 'heading', level: 2, label: `${count.section}.${i + 1}. `, runs: [{ text: item.title }] },
      ...labelled('Người trình bày', item.presenter, ''),
      ...written(item.discussion, blockSources),
      ...concluded(written(item.conclusion, blockSources)),
    ]),
    ...(conclusion.length > 0 ? [section('Kết luận của người chủ trì'), ...conclusion] : []),
    textBlock(closingSentence(conference, whole)),
  ];
}

function participants({ conference, members }: MinutesSources): PrintBlock[] {
  const date = conference.startsAt.slice(0, 10);
  const count = countAttendance(conference.attendance, conference.kind);
  const away = conference.attendance.filter((entry) => entry.state !== 'present');
  const invited = lines(conference.invited);
  const heading = (label: string, text: string): PrintBlock => ({
    kind: 'heading',
    level: 2,
    label,
    runs: [{ text }],
  });
  return [
    heading('1.1. ', 'Đại biểu chính thức'),
    textBlock(`Có mặt: ${twoDigits(count.present)} đồng chí.`, '- '),
    textBlock(
      away.length === 0 ? 'Vắng mặt: không.' : `Vắng mặt: ${twoDigits(away.length)} đồng chí, gồm:`,
      '- ',
    ),
    ...away.map((entry, i) =>
      textBlock(`${absence(entry, members, date)}${i === away.length - 1 ? '.' : ';'}`, '+ '),
    ),
    ...(invited.length > 0 ? [heading('1.2. ', 'Đại biểu mời dự')] : []),
    ...invited.map((person, i) => textBlock(`${bare(person)}${i === invited.length - 1 ? '.' : ';'}`, '- ')),
  ];
}

/** "Đồng chí Đinh Văn Bút, Đảng ủy viên: có lý do (đi công tác)" */
function absence(entry: AttendanceEntry, members: readonly Member[], date: string): string {
  const member = members.find((one) => one.id === entry.memberId);
  const person = member ? personOn(member, date) : 'đồng chí';
  const kind = entry.state === 'excused' ? 'có lý do' : 'không có lý do';
  return `${person.replace('đ', 'Đ')}: ${kind}${entry.reason ? ` (${bare(entry.reason)})` : ''}`;
}

function personOn(member: Member, date: string): string {
  const title = positionOn(member, date)?.title;
  return `đồng chí ${member.fullName}${title ? `, ${title}` : ''}`;
}

/** What was written during one item; its headings count as points, below the sections of the minutes. */
function written(body: Body, sources: BlockSources): PrintBlock[] {
  const counted = documentNumbering();
  const numbering: Numbering = () => counted(3);
  return printBlocks(body, numbering, sources).map((block) =>
    block.kind === 'heading' ? { ...block, level: 3 } : block,
  );
}

function concluded(blocks: PrintBlock[]): PrintBlock[] {
  const [first, ...rest] = blocks;
  if (!first) return [];
  const label = { text: 'Kết luận: ', bold: true };
  return first.kind === 'paragraph' && first.label === ''
    ? [{ ...first, runs: [label, ...first.runs] }, ...rest]
    : [{ kind: 'paragraph', label: '', runs: [{ ...label, text: 'Kết luận:' }] }, first, ...rest];
}

/** Without an end yet the paper leaves room to write it by hand. */
function closingSentence({ startsAt, endsAt }: Conference, whole: string): string {
  const subject = whole === 'đại hội' ? 'Đại hội' : 'Hội nghị';
  if (endsAt === null) return `${subject} kết thúc vào hồi …… giờ ……, ngày …… tháng …… năm ………`;
  const sameDay = startsAt.slice(0, 10) === endsAt.slice(0, 10);
  const day = sameDay ? ' cùng ngày' : `, ${officialDate(endsAt)}`;
  return `${subject} kết thúc vào hồi ${officialTime(endsAt)}${day}.`;
}

function labelled(label: string, text: string, dash = '- '): PrintBlock[] {
  return text ? [textBlock(`${label}: ${ended(text)}`, dash)] : [];
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–+]\s+/u, '').trim())
    .filter(Boolean);
}

function bare(text: string): string {
  return text.replace(/[.,;]$/u, '');
}

function ended(text: string): string {
  return /[.!?…:]$/u.test(text) ? text : `${bare(text)}.`;
}
