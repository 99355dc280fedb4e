import { composeMinutes } from '#main/features/conferences/papers/minutes.ts';
import { composeDocument } from '#main/features/documents/papers/document.ts';
import type { WordModel } from '#main/paper/word/index.ts';
import {
  bullets,
  conference,
  doc,
  heading,
  indicators,
  longParagraph,
  members,
  paragraph,
  resolution,
  resolution2027,
  sonLien,
  sonTayThuong,
  table,
} from '../../tests/main/paper/support/records.ts';

export type Sample = { name: string; model: WordModel };

/** What an office writes: short and long, long names, tables, a letter, the state's layout, minutes, many pages. */
export function samples(): Sample[] {
  const shared = { name: sonLien, indicators };
  return [
    {
      name: 'short',
      model: composeDocument({
        ...shared,
        document: {
          ...resolution,
          body: doc(paragraph('Ban hành kèm theo Nghị quyết này Quy chế làm việc.')),
        },
      }),
    },
    { name: 'resolution', model: composeDocument({ ...shared, document: resolution }) },
    {
      name: 'long-named-2027',
      model: composeDocument({ document: resolution2027, name: sonTayThuong, indicators }),
    },
    {
      name: 'letter',
      model: composeDocument({
        ...shared,
        document: {
          ...resolution,
          type: 'CV',
          subject: 'về việc chuẩn bị nội dung Hội nghị Ban Chấp hành Đảng bộ xã lần thứ tám',
          addressees: ['Các chi bộ trực thuộc Đảng bộ xã', 'Ủy ban Mặt trận Tổ quốc Việt Nam xã'],
          bases: [],
          openingLine: '',
          recipients: ['Như trên', 'Lưu Văn phòng Đảng ủy'],
          body: doc(
            paragraph(longParagraph),
            bullets('Báo cáo kết quả năm 2021.', 'Dự kiến chỉ tiêu năm 2022.'),
          ),
        },
      }),
    },
    {
      name: 'state',
      model: composeDocument({
        name: sonTayThuong,
        indicators,
        document: {
          ...resolution2027,
          issuer: 'government',
          type: 'KH',
          openingLine: '',
          authority: 'TM. ỦY BAN NHÂN DÂN',
          signerTitle: 'CHỦ TỊCH',
        },
      }),
    },
    {
      name: 'minutes',
      model: composeMinutes({
        conference,
        termOrdinal: 13,
        name: sonLien,
        members,
        indicators,
        isNumbered: true,
      }),
    },
    {
      name: 'twenty-pages',
      model: composeDocument({ ...shared, document: { ...resolution, body: long() } }),
    },
  ];
}

function long() {
  const parts = ['Kết quả năm 2021', 'Tồn tại, hạn chế', 'Nhiệm vụ năm 2022', 'Tổ chức thực hiện'];
  return doc(
    ...parts.flatMap((title) => [
      heading(1, title),
      ...['Công tác xây dựng Đảng', 'Phát triển kinh tế', 'Văn hóa - xã hội', 'Quốc phòng, an ninh'].flatMap(
        (field) => [
          heading(2, field),
          paragraph('Một số kết quả so với kế hoạch huyện giao như sau:'),
          ...(field === 'Phát triển kinh tế' ? [table()] : []),
          ...Array.from({ length: 3 }, (_, i) =>
            paragraph(`${longParagraph.slice(i * 40)} ${longParagraph}`),
          ),
          bullets(longParagraph.slice(0, 200), longParagraph.slice(60)),
        ],
      ),
    ]),
  );
}
