import { indicatorTables } from '#main/features/indicators/index.ts';
import {
  type BlockSources,
  type ChipWords,
  documentNumbering,
  type Numbering,
  printBlocks,
  textBlock,
} from '#main/paper/blocks.ts';
import { headOf } from '#main/paper/head.ts';
import { capital, ended, labelled, labelledList, lines } from '#main/paper/paper-text.ts';
import type { AgendaItem, Conference } from '#shared/features/conferences/schema.ts';
import type { IndicatorRow } from '#shared/features/indicators/schema.ts';
import { issuerLines } from '#shared/features/organisation/issuers.ts';
import type { MinutesModel, PrintBlock, PrintHead, PrintSignature } from '#shared/paper/model.ts';
import { addressed, nameAlone } from '#shared/text/address.ts';
import { officialDate, officialTime } from '#shared/text/dates.ts';
import { twoDigits } from '#shared/text/quantities.ts';
import type { Body } from '#shared/text-model/body.ts';
import { participants } from './roll.ts';
import {
  type ConferenceSources,
  chairOf,
  dayOf,
  metaOf,
  personOn,
  profileOf,
  titleOf,
  wholeOf,
} from './sources.ts';
import { decisions } from './votes.ts';

export type MinutesSources = ConferenceSources & {
  /** Everything that indicator tables in the discussion refer to. */
  indicators: readonly IndicatorRow[];
  /** How citations read now. */
  words?: ChipWords;
  /** Whether the office gives numbers to such minutes; one that was given is printed in any case. */
  isNumbered: boolean;
  /** The office certifies the chair's signature when it is not sealed. */
  certification?: PrintSignature;
};

/** Minutes after the form of Hướng dẫn 16-HD/VPTW (domain 1.6, 3.1). */
export function composeMinutes(sources: MinutesSources): MinutesModel {
  const { conference, name } = sources;
  const chair = chairOf(sources);
  const lines = issuerLines(name, conference.minutesIssuer);
  return {
    kind: 'minutes',
    profile: profileOf(sources),
    meta: metaOf(sources, 'Biên bản'),
    head: {
      ...headOf({ ...lines, placeName: name.placeName }, dayOf(conference)),
      ...numberOf(sources, lines.symbol),
    },
    typeName: 'BIÊN BẢN',
    subject: titleOf(sources),
    body: [...openingLines(sources), ...sections(sources)],
    recorder: { authority: 'NGƯỜI GHI BIÊN BẢN', title: null, name: nameAlone(conference.recorderName) },
    chair: {
      // A presidium chairs a congress and signs for it (domain 1.3).
      authority:
        conference.kind === 'congress' ? issuerLines(name, 'congress').authority : 'CHỦ TRÌ HỘI NGHỊ',
      title: null,
      name: chair?.fullName ?? '',
    },
    certification: sources.certification ?? null,
  };
}

/** "Số 07-BB/ĐU", room for the number, or no such line at all. */
function numberOf(
  { conference: { minutesNumber }, isNumbered }: MinutesSources,
  symbol: string,
): Pick<PrintHead, 'number' | 'symbol'> {
  if (minutesNumber === null && !isNumbered) return { number: null, symbol: null };
  return {
    number: minutesNumber === null ? null : twoDigits(minutesNumber),
    symbol: `BB/${symbol}`,
  };
}

function openingLines(sources: MinutesSources): PrintBlock[] {
  const { conference } = sources;
  const date = dayOf(conference);
  const chair = chairOf(sources);
  return [
    textBlock(
      `Thời gian: bắt đầu vào hồi ${officialTime(conference.startsAt)}, ${officialDate(date)}.`,
      '- ',
    ),
    ...labelled('Địa điểm', conference.place),
    ...labelled('Nội dung', lines(conference.content).join(' ')),
    ...labelled('Người chủ trì', chair ? personOn(chair, date) : ''),
    ...labelled('Người ghi biên bản', conference.recorderName && addressed(conference.recorderName)),
    ...labelledList(`Tài liệu sử dụng trong ${wholeOf(conference)}`, lines(conference.papers)),
  ];
}

function sections(sources: MinutesSources): PrintBlock[] {
  const { conference } = sources;
  const blockSources: BlockSources = {
    table: indicatorTables(sources.indicators, sources.name.superiorLevel),
    words: sources.words,
  };
  const count = { section: 0 };
  const section = (title: string): PrintBlock => {
    count.section += 1;
    return { kind: 'heading', level: 2, label: `${count.section}. `, runs: [{ text: title }] };
  };
  const whole = wholeOf(conference);
  const conclusion = written(conference.conclusion, blockSources);
  return [
    section(`Thành phần ${whole}`),
    ...participants(sources),
    ...(conference.agenda.length > 0 ? [section(`Diễn biến ${whole}`)] : []),
    ...conference.agenda.flatMap((item, i): PrintBlock[] => [
      { kind: 'heading', level: 2, label: `${count.section}.${i + 1}. `, runs: [{ text: item.title }] },
      ...itemTimes(item, conference),
      ...labelled('Người trình bày', item.presenter, ''),
      ...written(item.discussion, blockSources),
      ...decisions(conference, item.id),
      ...concluded(written(item.conclusion, blockSources)),
      ...carriedOver(item, whole),
    ]),
    ...(conclusion.length > 0 ? [section('Kết luận của người chủ trì'), ...conclusion] : []),
    textBlock(closingSentence(conference, whole)),
  ];
}

/** When the item really began and ended, beside what the programme had; nothing while neither was noted. */
function itemTimes({ startedAt, endedAt, plannedAt }: AgendaItem, conference: Conference): PrintBlock[] {
  if (startedAt === null && endedAt === null) return [];
  const at = (local: string) => {
    const isOtherDay = local.slice(0, 10) !== dayOf(conference);
    return `${officialTime(local)}${isOtherDay ? `, ${officialDate(local)}` : ''}`;
  };
  const real = [startedAt && `từ ${at(startedAt)}`, endedAt && `đến ${at(endedAt)}`]
    .filter(Boolean)
    .join(' ');
  const planned = plannedAt && plannedAt !== startedAt ? ` (theo chương trình: ${at(plannedAt)})` : '';
  return [textBlock(`Thời gian: ${real}${planned}.`)];
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

function carriedOver({ isCarriedOver, carryReason }: AgendaItem, whole: string): PrintBlock[] {
  if (!isCarriedOver) return [];
  const reason = carryReason.trim() ? `: ${ended(carryReason.trim())}` : '.';
  return [textBlock(`Nội dung này chuyển sang ${whole} sau${reason}`)];
}

/** Without an end yet the paper leaves room to write it by hand. */
function closingSentence({ startsAt, endsAt }: Conference, whole: string): string {
  const subject = capital(whole);
  if (endsAt === null) return `${subject} kết thúc vào hồi …… giờ ……, ngày …… tháng …… năm ………`;
  const sameDay = startsAt.slice(0, 10) === endsAt.slice(0, 10);
  const day = sameDay ? ' cùng ngày' : `, ${officialDate(endsAt)}`;
  return `${subject} kết thúc vào hồi ${officialTime(endsAt)}${day}.`;
}
