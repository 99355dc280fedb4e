import { documentRecord } from '#shared/features/documents/records.ts';
import { defaultOpeningLine } from '#shared/features/documents/rules.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import { type Issuer, issuerLines } from '#shared/features/organisation/issuers.ts';
import type { BodyName } from '#shared/features/organisation/schema.ts';
import type { DocumentModel } from '#shared/paper/model.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { withRest } from '#shared/record.ts';
import type { Block, Body } from '#shared/text-model/body.ts';
import { composeDocument } from './document.ts';

type Sample = { profile: LayoutProfile; sample: 'resolution' | 'letter'; name: BodyName; day: string };

/** The newest day up to today on which the layout holds, so that the sample carries the names of its time. */
export function sampleDay({ validFrom, validTo }: LayoutProfile, today: string): string {
  if (today < validFrom) return validFrom;
  return validTo !== null && validTo >= validFrom && validTo < today ? validTo : today;
}

/** A resolution as issued and a letter as drafted: between them they print every part of a layout. */
export function sampleModel({ profile, sample, name, day }: Sample): DocumentModel {
  const isParty = profile.regime === 'party';
  const issuer: Issuer = isParty ? 'committee' : sample === 'resolution' ? 'council' : 'government';
  const lines = issuerLines(name, issuer);
  const fields = withRest(documentRecord, {
    ...(sample === 'resolution' ? resolution(isParty, name) : letter(isParty)),
    issuer,
    date: day,
    authority: authorityOf(lines.authority, profile),
    signerTitle: lines.signerTitle,
    signerName: 'Nguyễn Văn Mẫu',
  });
  const document = { ...fields, number: sample === 'resolution' ? 5 : null };
  return composeDocument({ document, name, indicators: [], profile, year: day.slice(0, 4) });
}

/** "T/M ĐẢNG ỦY" with the words that the layout has for "on behalf of". */
function authorityOf(authority: string, profile: LayoutProfile): string {
  return authority.replace(/^T(?:\/M|M\.)\s+/u, `${profile.authority.onBehalf} `);
}

type Words = Pick<
  DocumentFields,
  'type' | 'subject' | 'addressees' | 'bases' | 'openingLine' | 'body' | 'recipients'
> &
  Partial<DocumentFields>;

function resolution(isParty: boolean, name: BodyName): Words {
  return {
    type: 'NQ',
    subject: isParty
      ? 'về xây dựng phòng đọc sách ở các thôn'
      : 'Về xây dựng phòng đọc sách ở các thôn của xã',
    addressees: [],
    bases: isParty
      ? ['Căn cứ Điều lệ Đảng', 'Căn cứ kết quả thảo luận tại hội nghị']
      : ['Căn cứ Luật Tổ chức chính quyền địa phương', 'Xét đề nghị của Ủy ban nhân dân'],
    openingLine: defaultOpeningLine(isParty ? 'committee' : 'council', 'NQ', name),
    body: sampleBody,
    recipients: isParty
      ? ['Ban Thường vụ cấp trên (để báo cáo)', 'Các chi bộ trực thuộc', 'Lưu Văn phòng']
      : ['Thường trực Hội đồng nhân dân', 'Các thôn', 'Lưu: VT'],
  };
}

function letter(isParty: boolean): Words {
  return {
    type: 'CV',
    draftRound: 2,
    urgency: 'urgent',
    circulation: 'internal',
    subject: isParty ? 'về việc góp sách cho các phòng đọc' : 'V/v góp sách cho các phòng đọc',
    addressees: [isParty ? 'Các chi bộ trực thuộc' : 'Trưởng các thôn', 'Các trường học trong xã'],
    bases: [],
    openingLine: '',
    body: {
      type: 'doc',
      content: [
        paragraph(
          'Mỗi thôn sắp mở một phòng đọc sách. Đề nghị các nơi vận động mỗi gia đình góp ít nhất một quyển sách còn tốt.',
        ),
        paragraph('Sách gom về nhà văn hóa thôn trước ngày mở phòng đọc.'),
      ],
    },
    recipients: ['Như trên', isParty ? 'Lưu Văn phòng' : 'Lưu: VT'],
  };
}

const sampleBody: Body = {
  type: 'doc',
  content: [
    heading(1, 'Mục tiêu'),
    paragraph(
      'Mỗi thôn có một phòng đọc mở cửa các buổi tối, có bàn ghế, đèn sáng và sách hợp với trẻ em cũng như người lớn.',
    ),
    heading(1, 'Nhiệm vụ'),
    heading(2, 'Cơ sở vật chất'),
    paragraph('Dùng lại phòng trống của nhà văn hóa thôn; không xây mới.'),
    heading(3, 'Kinh phí'),
    paragraph('Theo bảng dưới đây, do các thôn và nhà hảo tâm cùng đóng góp.'),
    table([
      ['Thôn', 'Số sách', 'Kinh phí (triệu đồng)'],
      ['Thôn Đông', '320', '12,5'],
      ['Thôn Đoài', '275', '10'],
      ['Thôn Trung', '410', '15,5'],
    ]),
    heading(2, 'Thời gian'),
    paragraph('Các phòng đọc mở cửa trước mùa mưa; sáu tháng một lần báo cáo kết quả.'),
    { type: 'appendix', attrs: { title: 'Danh mục sách cần có trước', isLandscape: false } },
    paragraph('Sách giáo khoa, truyện thiếu nhi, sách hướng dẫn trồng trọt và chăn nuôi.'),
  ],
};

function paragraph(text: string): Extract<Block, { type: 'paragraph' }> {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}

function heading(level: 1 | 2 | 3, text: string): Block {
  return { type: 'heading', attrs: { level }, content: [{ type: 'text', text }] };
}

/** The first row is its head. */
function table(rows: readonly (readonly string[])[]): Block {
  return {
    type: 'table',
    content: rows.map((cells, i) => ({
      type: 'tableRow',
      content: cells.map((text) => ({
        type: 'tableCell',
        attrs: { header: i === 0 },
        content: [paragraph(text)],
      })),
    })),
  };
}
