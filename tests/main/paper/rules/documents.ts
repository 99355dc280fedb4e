import { composeDocument, type PrintableDocument } from '#main/features/documents/papers/document.ts';
import { builtInProfiles } from '#main/paper/profiles.ts';
import type { IndicatorRow } from '#shared/features/indicators/schema.ts';
import type { BodyName } from '#shared/features/organisation/schema.ts';
import type { DocumentModel } from '#shared/paper/model.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import type { Block } from '#shared/text-model/body.ts';
import {
  bullets,
  doc,
  indicators as fewIndicators,
  heading,
  longParagraph,
  paragraph,
  resolution,
  resolution2027,
  sonLien,
  sonTayThuong,
} from '../support/records.ts';

/** Documents that between them use everything a layout has; typed in small letters, so that capitals are the layout's. */

export const profileIds = ['hd36', 'hd05', 'nd30'] as const;
export type ProfileId = (typeof profileIds)[number];

export const profileOf = (id: ProfileId): LayoutProfile =>
  builtInProfiles.find((one) => one.id === id) as LayoutProfile;

/** Words that differ from paragraph to paragraph, so that each can be found again. */
const numbered = (n: number): string => `Nhiệm vụ thứ ${n}: ${longParagraph}`;
const paragraphs = (count: number, from = 1): Block[] =>
  Array.from({ length: count }, (_, i) => paragraph(numbered(from + i)));

const many: IndicatorRow[] = Array.from({ length: 36 }, (_, i) => ({
  ...(fewIndicators[0] as IndicatorRow),
  id: `many-${i}`,
  name: `Chỉ tiêu số ${i + 1} về phát triển kinh tế - xã hội, giữ vững quốc phòng, an ninh trên địa bàn`,
  plan: String(1000 + i * 37),
  actual: String(1100 + i * 41),
  percent: '104.5',
}));
const tableOf = (from: number, to: number): Block => ({
  type: 'indicatorTable',
  attrs: {
    period: '2021',
    indicatorIds: many.slice(from, to).map(({ id }) => id),
    caption: `Biểu chỉ tiêu từ ${from + 1} đến ${to}`,
  },
});
const appendix = (title: string, isLandscape: boolean): Block => ({
  type: 'appendix',
  attrs: { title, isLandscape },
});

const small: BodyName = {
  ...sonLien,
  parentLine: 'Đảng bộ huyện Sơn Tây',
  issuingLine: 'Đảng ủy xã Sơn Liên',
  issuers: {
    council: {
      parentLine: 'Huyện Sơn Tây',
      issuingLine: 'Hội đồng nhân dân xã',
      symbol: 'HĐND',
      authority: '',
      signerTitle: '',
    },
  },
};

type Sources = { document: PrintableDocument; name: BodyName; indicators: IndicatorRow[]; year?: string };

const party = (changes: Partial<PrintableDocument>): PrintableDocument => ({
  ...resolution,
  authority: 'T/m Đảng ủy',
  signerTitle: 'Bí thư',
  ...changes,
});
const state = (changes: Partial<PrintableDocument>): PrintableDocument => ({
  ...resolution,
  issuer: 'council',
  authority: 'TM. Hội đồng nhân dân',
  signerTitle: 'Chủ tịch',
  openingLine: 'QUYẾT NGHỊ:',
  ...changes,
});

const kinds = {
  short: { number: 5, body: doc(paragraph(numbered(1)), paragraph(numbered(2))) },
  everything: {
    number: null,
    date: '2026-09-05',
    draftRound: 2,
    urgency: 'veryUrgent',
    circulation: 'internal',
    subject:
      'về phương hướng, nhiệm vụ phát triển kinh tế - xã hội, bảo đảm quốc phòng, an ninh và xây dựng Đảng năm 2027',
    addressees: ['Hội nghị lần thứ bảy', 'Các chi bộ trực thuộc'],
    recipients: [
      'Ban Thường vụ cấp trên trực tiếp, các cơ quan tham mưu, giúp việc và các tổ chức có liên quan (để báo cáo)',
      'Các chi bộ trực thuộc trên địa bàn',
      'Lưu Văn phòng',
    ],
    body: doc(
      heading(1, 'Kết quả lãnh đạo'),
      heading(2, 'Công tác xây dựng Đảng'),
      heading(3, 'Giáo dục chính trị tư tưởng'),
      ...paragraphs(3),
      bullets('Công tác kiểm tra chưa được quan tâm đúng mức.', 'Sản lượng lương thực đạt thấp.'),
      heading(2, 'Phát triển kinh tế'),
      paragraph('Một số kết quả so với kế hoạch như sau:'),
      tableOf(0, 20),
      heading(1, 'Mục tiêu, nhiệm vụ'),
      ...paragraphs(1, 4),
      appendix('Danh mục chỉ tiêu giao', true),
      heading(1, 'Kinh tế'),
      tableOf(20, 36),
      appendix('Phân công thực hiện', false),
      heading(1, 'Phân công'),
      paragraph('Các chi bộ phân công đảng viên thực hiện.'),
    ),
  },
  long: { number: 12, body: doc(...paragraphs(30)) },
  fortyPages: {
    number: 817,
    body: doc(
      ...Array.from({ length: 24 }, (_, i) => [
        heading(1, `Phần thứ ${i + 1}`),
        heading(2, `Mục ${i + 1} của phần`),
        ...paragraphs(8, i * 8 + 1),
      ]).flat(),
    ),
  },
  longNamed: {
    number: 9,
    subject: `về ${'việc tiếp tục nâng cao năng lực lãnh đạo, sức chiến đấu của tổ chức cơ sở đảng và chất lượng đội ngũ đảng viên '.repeat(2)}trong giai đoạn mới`,
    signerTitle: 'Phó Bí thư Thường trực kiêm Chủ nhiệm Ủy ban Kiểm tra Đảng ủy xã nhiệm kỳ mới',
    signerName: 'Nguyễn Phước Công Tằng Tôn Nữ Thị Hoàng Phương Thảo Nguyên Anh',
    body: doc(...paragraphs(3)),
  },
  letter: {
    type: 'CV',
    number: 817,
    subject: 'về việc báo cáo số liệu chỉ tiêu kinh tế - xã hội, quốc phòng, an ninh năm 2026',
    bases: [],
    openingLine: '',
    urgency: 'express',
    addressees: ['Văn phòng cấp trên trực tiếp'],
    recipients: ['Như trên', 'Lưu Văn phòng'],
    body: doc(...paragraphs(2)),
  },
  submission: {
    type: 'TTr',
    number: 3,
    openingLine: '',
    addressees: ['Ban Thường vụ cấp trên'],
    authority: '',
    signerTitle: 'Chánh Văn phòng',
    body: doc(...paragraphs(2)),
  },
} satisfies Record<string, Partial<PrintableDocument>>;

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as Kind[];

const longName: BodyName = {
  ...sonTayThuong,
  parentLine: 'Đảng bộ thành phố trực thuộc Trung ương Thừa Thiên Huế và vùng phụ cận',
  issuingLine: 'Đảng ủy đặc khu kinh tế - quốc phòng Sơn Tây Thượng Trường Sa Lớn',
  placeName: 'Sơn Tây Thượng',
};

/** One of the documents under one of the guidelines, its layout changed for those who look for faults. */
export function documentOf(
  id: ProfileId,
  kind: Kind,
  change: (profile: LayoutProfile) => LayoutProfile = (profile) => profile,
): DocumentModel {
  const fields: Partial<PrintableDocument> = kinds[kind];
  const date = fields.date ?? (id === 'hd05' ? resolution2027.date : resolution.date);
  const document = (id === 'nd30' ? state : party)({ date, ...fields });
  const name = kind === 'longNamed' && id !== 'nd30' ? longName : small;
  const sources: Sources = { document, name, indicators: many };
  return composeDocument({ ...sources, profile: change(profileOf(id)) });
}
