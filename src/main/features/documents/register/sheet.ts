import type { CellObject, Row } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { type Register, type RegisterQuery, registerPeriod } from '#shared/features/documents/register.ts';
import { registerCells } from '#shared/features/documents/register-text.ts';
import { translate } from '#shared/i18n/translate.ts';

/** Widths in letters, as spreadsheets count them. */
const columns = [
  { header: 'Số và ký hiệu', width: 18 },
  { header: 'Ngày', width: 12 },
  { header: 'Tên loại và trích yếu', width: 56 },
  { header: 'Người ký', width: 22 },
  { header: 'Nơi nhận', width: 40 },
  { header: 'Số bản', width: 8 },
  { header: 'Ghi chú', width: 36 },
];
const font = { fontFamily: 'Times New Roman', fontSize: 12 };
const thin = { borderStyle: 'thin', borderColor: '#808080' } as const;
const framed = { ...thin, wrap: true, alignVertical: 'top' } as const;

/** The register as a spreadsheet: the columns of the paper, days as days, everything else as text. */
export async function registerSheet(register: Register, wanted: RegisterQuery): Promise<Uint8Array> {
  const rows = register.rows.map((row): Row => {
    const { code, date, title, signer, recipients, copies, notes } = registerCells(row, (id, params) =>
      translate('vi', id, params),
    );
    return [
      text(code),
      date === null ? text('') : { ...framed, type: Date, value: new Date(date), format: 'dd/mm/yyyy' },
      text(title),
      text(signer),
      text(recipients.join('; ')),
      copies === null ? text('') : { ...framed, type: Number, value: copies },
      text(notes.join('; ')),
    ];
  });
  const heads: Row[] = [
    [{ type: String, value: 'SỔ ĐĂNG KÝ VĂN BẢN ĐI', fontWeight: 'bold', fontSize: 14 }],
    [{ type: String, value: registerPeriod(register, wanted.year) }],
    columns.map(({ header }) => ({
      ...text(header),
      fontWeight: 'bold',
      align: 'center',
      alignVertical: 'center',
      backgroundColor: '#E8E8E8',
    })),
  ];
  const sheet = {
    sheet: 'Sổ văn bản đi',
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: heads.length,
    orientation: 'landscape',
  } as const;
  return new Uint8Array(await writeXlsxFile([...heads, ...rows], sheet, font).toBuffer());
}

/** Declared as text, so that a subject that begins with "=" is never taken for a formula. */
function text(value: string): CellObject {
  return { ...framed, type: String, value };
}
