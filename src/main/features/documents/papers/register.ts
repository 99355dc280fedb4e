import { textBlock } from '#main/paper/blocks.ts';
import { headOf } from '#main/paper/head.ts';
import { landscape } from '#main/paper/landscape.ts';
import {
  type Register,
  type RegisterQuery,
  type RegisterRow,
  registerPeriod,
  registerSums,
} from '#shared/features/documents/register.ts';
import { registerCells } from '#shared/features/documents/register-text.ts';
import type { BodyName } from '#shared/features/organisation/schema.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { DocumentModel, PrintBlock, PrintColumn } from '#shared/paper/model.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { showDate } from '#shared/text/dates.ts';
import { twoDigits } from '#shared/text/quantities.ts';

export type RegisterSources = {
  register: Register;
  wanted: RegisterQuery;
  /** The organisation's names at the end of that year or term. */
  name: BodyName;
  profile: LayoutProfile;
};

/** The register of what was sent out, on A4 landscape; by number with a table for each counter, by day in one. */
export function composeRegister({ register, wanted, name, profile }: RegisterSources): DocumentModel {
  const period = registerPeriod(register, wanted.year);
  return {
    kind: 'document',
    profile: landscape(profile),
    meta: { title: `Sổ đăng ký văn bản đi, ${period}`, author: name.name, created: null },
    // A book that grows carries no day of its own.
    head: { ...headOf(name, null), dateText: null },
    typeName: 'SỔ ĐĂNG KÝ VĂN BẢN ĐI',
    subject: period,
    addressees: null,
    bases: [],
    opening: null,
    body: [...tables(register, wanted), textBlock(sums(register.rows))],
    recipients: [],
    signature: null,
  };
}

/** Of the 252 mm between the margins; the title takes what the others leave. */
const columns: PrintColumn[] = [
  { header: 'Số và ký hiệu', align: 'left', flexible: false, widthMm: 31 },
  { header: 'Ngày', align: 'center', flexible: false, widthMm: 22 },
  { header: 'Tên loại và trích yếu', align: 'left', flexible: true },
  { header: 'Người ký', align: 'left', flexible: false, widthMm: 32 },
  { header: 'Nơi nhận', align: 'left', flexible: false, widthMm: 46 },
  { header: 'Số bản', align: 'center', flexible: false, widthMm: 13 },
  { header: 'Ghi chú', align: 'left', flexible: false, widthMm: 44 },
];

function tables({ rows, counters }: Register, { order }: RegisterQuery): PrintBlock[] {
  if (rows.length === 0) return [textBlock('Chưa có văn bản nào được cấp số.')];
  if (order === 'date') return table(null, rows);
  const byCounter = Map.groupBy(rows, ({ counter }) => counter);
  return counters.flatMap(({ counter, label }) => {
    const own = byCounter.get(counter);
    return own ? table(label, own) : [];
  });
}

/** In pieces of so many rows, each with its header: 2,000 rows take a quarter less time than as one table. */
const tableRows = 300;

function table(caption: string | null, rows: readonly RegisterRow[]): PrintBlock[] {
  return Array.from({ length: Math.ceil(rows.length / tableRows) }, (_, i) => ({
    kind: 'table',
    caption: i === 0 ? caption : null,
    columns,
    rows: rows.slice(i * tableRows, (i + 1) * tableRows).map(cells),
  }));
}

/** A row is never split, so none may be higher than a page. */
const titleLetters = 600;
const recipientLetters = 400;
const noteLetters = 400;

function cells(row: RegisterRow): string[] {
  const { code, date, title, signer, recipients, copies, notes } = registerCells(row, (id, params) =>
    translate('vi', id, params),
  );
  return [
    code,
    date === null ? '' : showDate(date),
    cut(title, titleLetters),
    signer,
    cut(recipients.join('; '), recipientLetters),
    copies === null ? '' : twoDigits(copies),
    cut(notes.join('; '), noteLetters),
  ];
}

/** After a whole word; the record itself has the rest. */
function cut(text: string, letters: number): string {
  if (text.length <= letters) return text;
  const kept = text.slice(0, letters);
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), letters - 40)).trimEnd()} …`;
}

/** "Cộng 37 số, trong đó 02 số đã hủy; 01 số chưa có trong sổ." */
function sums(rows: readonly RegisterRow[]): string {
  const { count, voided, missing } = registerSums(rows);
  return [
    `Cộng ${twoDigits(count)} số`,
    voided > 0 ? `, trong đó ${twoDigits(voided)} số đã hủy` : '',
    missing > 0 ? `; ${twoDigits(missing)} số chưa có trong sổ` : '',
    '.',
  ].join('');
}
