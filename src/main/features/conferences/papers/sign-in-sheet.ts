import { bare, capital, lines } from '#main/paper/paper-text.ts';
import type { AttendanceEntry } from '#shared/features/conferences/schema.ts';
import type { DocumentModel, PrintTable } from '#shared/paper/model.ts';
import { addressed, addressOf, withoutAddress } from '#shared/text/address.ts';
import { type ConferenceSources, headFor, metaOf, profileOf, rollPerson, titleOf } from './sources.ts';

/** The sheet that everybody signs, in the order of the roll; who is invited signs apart and is never counted. */
export function composeSignInSheet(sources: ConferenceSources): DocumentModel {
  const { conference } = sources;
  const guests = lines(conference.invited);
  return {
    kind: 'document',
    profile: profileOf(sources),
    meta: metaOf(sources, 'Danh sách đại biểu ký tên,'),
    head: headFor(sources),
    typeName: 'DANH SÁCH ĐẠI BIỂU KÝ TÊN',
    subject: titleOf(sources),
    addressees: null,
    bases: [],
    opening: null,
    body: [
      signTable(
        guests.length > 0 ? 'I- Đại biểu chính thức' : null,
        conference.attendance.map((entry) => {
          const { name: fullName, title } = rollPerson(entry, sources);
          return [fullName, title, note(entry)];
        }),
      ),
      ...(guests.length > 0 ? [signTable('II- Đại biểu mời dự', guests.map(guestCells))] : []),
    ],
    recipients: [],
    signature: null,
  };
}

/** High enough for a signature, wide enough for one too. */
const rowMm = 10;
const signatureMm = 33;
const noteMm = 30;

function signTable(caption: string | null, people: readonly (readonly string[])[]): PrintTable {
  return {
    kind: 'table',
    caption,
    columns: [
      { header: 'STT', align: 'center', flexible: false },
      { header: 'Họ và tên', align: 'left', flexible: true },
      { header: 'Chức vụ', align: 'left', flexible: true },
      { header: 'Ký tên', align: 'center', flexible: false, widthMm: signatureMm },
      { header: 'Ghi chú', align: 'left', flexible: false, widthMm: noteMm },
    ],
    rows: people.map(([fullName = '', title = '', remark = ''], i) => [
      String(i + 1),
      fullName,
      title,
      '',
      remark,
    ]),
    rowMm,
  };
}

/** What is known already of who will not sign, or not at the opening. */
function note(entry: AttendanceEntry): string {
  const reason = entry.reason ? ` (${bare(entry.reason)})` : '';
  switch (entry.state) {
    case 'excused':
      return `Vắng có lý do${reason}`;
    case 'absent':
      return 'Vắng';
    case 'replaced':
      return entry.substitute ? `${shortAddress(entry.substitute)} dự thay` : 'Có người dự thay';
    case 'present':
      return [entry.arrivedItemId && 'Đến muộn', entry.leftItemId && 'Về sớm'].filter(Boolean).join('; ');
  }
}

/** "Đ/c Nguyễn Văn A", "bà Nguyễn Thị B": the cell is narrow. */
function shortAddress(name: string): string {
  return addressOf(name) === 'đồng chí' ? `Đ/c ${withoutAddress(name)}` : capital(addressed(name));
}

/** "Đồng chí Nguyễn Văn A, Phó Bí thư Huyện ủy": what comes after the first comma is the title. */
function guestCells(guest: string): string[] {
  const plain = withoutAddress(bare(guest));
  const comma = plain.indexOf(',');
  return comma < 0
    ? [capital(plain), '', '']
    : [capital(plain.slice(0, comma)), capital(plain.slice(comma + 1).trim()), ''];
}
