import type { PrintHead } from '#shared/paper/model.ts';
import { officialDate } from '#shared/text/dates.ts';

type HeadLines = { parentLine: string; issuingLine: string; placeName: string };

/** The left and right head without its number: names and date. A missing date leaves room to write it by hand. */
export function headOf(lines: HeadLines, date: string | null, year?: string): PrintHead {
  return {
    parentLine: lines.parentLine || null,
    issuingLine: lines.issuingLine,
    number: null,
    symbol: null,
    placeName: lines.placeName,
    dateText: date === null ? `ngày      tháng      năm ${year ?? '        '}` : officialDate(date),
    draft: null,
    urgency: null,
    circulation: null,
  };
}
