import type { IParagraphStyleOptions, IParagraphStylePropertiesOptions, IStylesOptions } from 'docx';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { exactly, type Face, mmTwips, runFace, twips } from './units.ts';

const fontName = 'Times New Roman';

/** The parts of an official paper under the names that the guidelines give them. */
const names = {
  parent: ['CoQuanCapTren', 'Cơ quan cấp trên'],
  issuing: ['CoQuanBanHanh', 'Cơ quan ban hành'],
  star: ['DauSao', 'Dấu sao'],
  number: ['SoKyHieu', 'Số và ký hiệu'],
  letterSubject: ['TrichYeuCongVan', 'Trích yếu công văn'],
  urgency: ['DoKhan', 'Độ khẩn'],
  circulation: ['PhamViLuuHanh', 'Phạm vi lưu hành'],
  draft: ['DuThao', 'Dự thảo'],
  headTitle: ['TieuDe', 'Tiêu đề'],
  motto: ['TieuNgu', 'Tiêu ngữ'],
  date: ['NgayThang', 'Địa danh, ngày tháng'],
  rule: ['DuongKe', 'Đường kẻ'],
  typeName: ['TenLoai', 'Tên loại'],
  subject: ['TrichYeu', 'Trích yếu'],
  dashes: ['GachNoi', 'Gạch nối dưới trích yếu'],
  addresseeLabel: ['KinhGui', 'Kính gửi'],
  addressee: ['NoiKinhGui', 'Nơi kính gửi'],
  basis: ['CanCu', 'Căn cứ'],
  opening: ['LoiDan', 'Lời dẫn'],
  body: ['NoiDung', 'Nội dung'],
  caption: ['TenBang', 'Tên bảng'],
  tableHead: ['DauBang', 'Đầu bảng'],
  tableCell: ['OBang', 'Ô bảng'],
  recipientsLabel: ['NoiNhan', 'Nơi nhận'],
  recipient: ['NoiNhanMuc', 'Nơi nhận, từng nơi'],
  authority: ['QuyenHanKy', 'Quyền hạn ký'],
  signerTitle: ['ChucVuKy', 'Chức vụ ký'],
  signerName: ['HoTenNguoiKy', 'Họ tên người ký'],
  appendixLabel: ['PhuLuc', 'Phụ lục'],
  appendixTitle: ['TenPhuLuc', 'Tên phụ lục'],
  appendixReference: ['KemTheo', 'Kèm theo'],
  pageNumber: ['SoTrang', 'Số trang'],
  gap: ['KhoangCach', 'Khoảng cách'],
} as const satisfies Record<string, readonly [id: string, name: string]>;

type Part = keyof typeof names;

export function styleId(part: Part): string {
  return names[part][0];
}

/** Every measure of the profile as a style of the file, so that a change of the style changes the whole paper. */
export function wordStyles(profile: LayoutProfile): IStylesOptions {
  const { head, titles, body, table, recipients, signature, addressees, appendix } = profile;
  const line = (part: Part, face: Face, pitchPt: number, more: IParagraphStylePropertiesOptions = {}) =>
    style(part, face, { spacing: exactly(pitchPt), ...more });
  const centred = (part: Part, face: Face, pitchPt: number, more: IParagraphStylePropertiesOptions = {}) =>
    line(part, face, pitchPt, { alignment: 'center', ...more });
  // HD 05, body: justified, first line 10 mm, exact pitch, at least 6 pt between paragraphs.
  const running: IParagraphStylePropertiesOptions = {
    alignment: 'both',
    spacing: exactly(body.pitchPt, { afterPt: body.paragraphGapPt }),
    indent: { firstLine: mmTwips(body.firstLineMm) },
  };
  const [cellPt = 13] = table.sizesPt;
  const kept = { keepNext: true, keepLines: true };
  const heading = (level: number) => ({
    run: { font: fontName, color: '000000', ...runFace(profile.headings[level - 1] ?? body) },
    paragraph: { ...running, ...kept, outlineLevel: level - 1 },
  });
  return {
    default: {
      document: {
        run: { font: fontName, size: body.sizePt * 2, kern: 2, language: { value: 'vi-VN' } },
        paragraph: { spacing: { before: 0, after: 0 } },
      },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
    },
    paragraphStyles: [
      centred('parent', head.parent, head.pitchPt),
      centred('issuing', head.issuing, head.pitchPt),
      centred('star', head.star ?? head.number, head.pitchPt),
      centred('number', head.number, head.pitchPt),
      centred('letterSubject', head.letterSubject, head.letterSubject.pitchPt),
      centred('urgency', head.urgency, head.pitchPt),
      centred('circulation', head.circulation, head.pitchPt),
      centred('draft', head.draft, head.pitchPt),
      centred('headTitle', head.title, head.pitchPt),
      centred('motto', head.motto ?? head.title, head.pitchPt),
      centred('date', head.date, head.pitchPt),
      centred('rule', { sizePt: 1 }, 2),
      centred('typeName', titles.typeName, titles.typeName.pitchPt, kept),
      centred('subject', titles.subject, titles.subject.pitchPt, kept),
      centred(
        'dashes',
        titles.dashes ?? titles.subject,
        titles.dashes?.pitchPt ?? titles.subject.pitchPt,
        kept,
      ),
      line('addresseeLabel', addressees.label, body.pitchPt),
      line('addressee', addressees.item, body.pitchPt),
      style('basis', profile.bases, running),
      centred('opening', profile.opening, body.pitchPt, {
        spacing: exactly(body.pitchPt, { afterPt: body.paragraphGapPt }),
        ...kept,
      }),
      style('body', body, running),
      centred('caption', table.caption, body.pitchPt, kept),
      centred('tableHead', { sizePt: cellPt, bold: table.header.bold }, cellPt * table.pitchFactor),
      line('tableCell', { sizePt: cellPt }, cellPt * table.pitchFactor),
      line('recipientsLabel', recipients.label, recipients.label.pitchPt),
      line('recipient', recipients.item, recipients.item.pitchPt),
      centred('authority', signature.authority, signature.pitchPt, kept),
      centred('signerTitle', signature.title, signature.pitchPt, kept),
      // The room for the hand-written signature.
      centred('signerName', signature.name, signature.pitchPt, {
        spacing: exactly(signature.pitchPt, { beforePt: signature.blankLines * signature.pitchPt }),
      }),
      centred('appendixLabel', appendix.label, appendix.label.pitchPt, kept),
      centred('appendixTitle', appendix.title, appendix.title.pitchPt, kept),
      centred('appendixReference', appendix.reference, appendix.reference.pitchPt, kept),
      centred('pageNumber', { sizePt: profile.pageNumber.sizePt }, profile.pageNumber.sizePt),
      style('gap', { sizePt: 1 }, { spacing: { line: twips(1), lineRule: 'exact' } }),
    ],
  };
}

function style(part: Part, face: Face, paragraph: IParagraphStylePropertiesOptions): IParagraphStyleOptions {
  const [id, name] = names[part];
  return { id, name, basedOn: 'Normal', quickFormat: true, run: runFace(face), paragraph };
}
