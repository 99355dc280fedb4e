import type { PrintableDocument } from '#main/features/documents/papers/document.ts';
import { blankItem, presentEntry } from '#shared/features/conferences/blank.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { documentRecord } from '#shared/features/documents/records.ts';
import type { IndicatorRow } from '#shared/features/indicators/schema.ts';
import type { BodyName, Member } from '#shared/features/organisation/schema.ts';
import type { PrintBlock } from '#shared/paper/model.ts';
import { withRest } from '#shared/record.ts';
import type { Block, Body } from '#shared/text-model/body.ts';

/** A commune of 2021 with invented people; its quantities give five percentages as they were printed. */

export const sonLien: BodyName = {
  id: 'name-2020',
  validFrom: '2020-06-01',
  validTo: '2025-06-30',
  name: 'Đảng ủy xã Sơn Liên',
  parentLine: 'ĐẢNG BỘ HUYỆN SƠN TÂY',
  issuingLine: 'ĐẢNG ỦY XÃ SƠN LIÊN',
  placeName: 'Sơn Liên',
  symbol: 'ĐU',
  committeeName: 'Ban Chấp hành Đảng bộ xã',
  standingName: 'Ban Thường vụ Đảng ủy xã',
  superiorLevel: 'huyện',
  issuers: {},
};

export const sonTayThuong: BodyName = {
  ...sonLien,
  id: 'name-2025',
  validFrom: '2025-07-01',
  validTo: null,
  name: 'Đảng ủy xã Sơn Tây Thượng',
  parentLine: 'ĐẢNG BỘ TỈNH QUẢNG NGÃI',
  issuingLine: 'ĐẢNG ỦY XÃ SƠN TÂY THƯỢNG',
  placeName: 'Sơn Tây Thượng',
  superiorLevel: 'tỉnh',
};

const indicator = (
  id: string,
  name: string,
  unit: string,
  plan: string,
  actual: string,
  percent: string,
): IndicatorRow => ({
  id,
  name,
  unit,
  plan,
  actual,
  percent,
  direction: 'up',
  period: '2021',
  planSource: 'assigned',
  listOrder: 1,
  result: 'exceeded',
});

export const indicators: IndicatorRow[] = [
  indicator('i1', 'Năng suất bình quân cây lúa nước', 'tạ/ha', '43.5', '43.7', '100.46'),
  indicator('i2', 'Diện tích cây mì', 'ha', '150', '160', '106.67'),
  indicator('i3', 'Sản lượng cây mì', 'tấn', '2721', '2900.9', '106.61'),
  indicator('i4', 'Diện tích cây ngô', 'ha', '100', '107', '107'),
  indicator('i5', 'Sản lượng cây ngô', 'tấn', '324', '344', '106.17'),
];

export const text = (value: string, ...marks: ('bold' | 'italic')[]) => ({
  type: 'text' as const,
  text: value,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
export const paragraph = (value: string): Block => ({ type: 'paragraph', content: [text(value)] });
export const heading = (level: 1 | 2 | 3, value: string): Block => ({
  type: 'heading',
  attrs: { level },
  content: [text(value)],
});
export const bullets = (...values: string[]): Block => ({
  type: 'bulletList',
  content: values.map((value) => ({
    type: 'listItem',
    content: [{ type: 'paragraph', content: [text(value)] }],
  })),
});
export const table = (caption = 'Một số chỉ tiêu so với kế hoạch huyện giao năm 2021'): Block => ({
  type: 'indicatorTable',
  attrs: { period: '2021', indicatorIds: indicators.map((row) => row.id), caption },
});
export const doc = (...content: Block[]): Body => ({ type: 'doc', content });

export const longParagraph =
  'Tiếp tục nâng cao năng lực lãnh đạo, sức chiến đấu của Đảng bộ trong nhiệm kỳ mới 2020-2025; tăng cường hiệu lực, hiệu quả quản lý của Nhà nước và chất lượng hoạt động của Mặt trận Tổ quốc, các đoàn thể chính trị - xã hội; quyết liệt phòng, chống tham nhũng, lãng phí; sắp xếp, tinh gọn tổ chức bộ máy, tinh giản biên chế, cơ cấu lại đội ngũ cán bộ, công chức, viên chức. Phát huy sức mạnh đại đoàn kết toàn dân tộc; giải quyết kịp thời, có hiệu quả những vấn đề nảy sinh bức xúc trong Nhân dân.';

const shortcomings =
  'Sản xuất nông - lâm nghiệp gặp nhiều khó khăn, sản lượng lương thực có hạt đạt thấp, dịch bệnh trên vật nuôi, cây trồng diễn biến phức tạp, đầu ra một số sản phẩm nông nghiệp chưa ổn định làm ảnh hưởng đến thu nhập của người dân.';

const resolutionBody = doc(
  heading(1, 'Kết quả lãnh đạo thực hiện nhiệm vụ năm 2021'),
  heading(2, 'Công tác xây dựng Đảng'),
  heading(3, 'Giáo dục chính trị tư tưởng'),
  {
    type: 'paragraph',
    content: [
      text('Đảng ủy đã đạt thêm những '),
      text('kết quả mới', 'bold'),
      text(' về đổi mới phương thức lãnh đạo, '),
      text('công tác kiểm tra, giám sát', 'italic'),
      text(', chỉ đạo phòng, chống dịch Covid-19.'),
    ],
  },
  heading(2, 'Phát triển kinh tế'),
  paragraph('Một số kết quả đáng khích lệ so với kế hoạch huyện giao như sau:'),
  table(),
  heading(1, 'Tồn tại, hạn chế'),
  bullets(shortcomings, 'Công tác kiểm tra, giám sát trong Đảng chưa được quan tâm đúng mức.'),
  heading(1, 'Mục tiêu, nhiệm vụ và giải pháp năm 2022'),
  paragraph(longParagraph),
  paragraph(longParagraph),
  heading(1, 'Tổ chức thực hiện'),
  paragraph('Nghị quyết này được phổ biến đến các chi bộ và toàn thể đảng viên để quán triệt, thực hiện./.'),
);

export const resolution: PrintableDocument = {
  ...withRest(documentRecord, {}),
  issuer: 'committee',
  type: 'NQ',
  conferenceId: null,
  date: '2021-12-24',
  number: 5,
  draftRound: null,
  urgency: 'none',
  circulation: 'none',
  addressees: [],
  subject: 'về phương hướng, nhiệm vụ năm 2022',
  bases: [
    'Căn cứ Điều lệ Đảng Cộng sản Việt Nam',
    'Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ xã khóa XIII, nhiệm kỳ 2020-2025;',
    '- Căn cứ kết quả Hội nghị lần thứ bảy Ban Chấp hành Đảng bộ xã khóa XIII.',
  ],
  openingLine: 'BAN CHẤP HÀNH ĐẢNG BỘ XÃ QUYẾT NGHỊ:',
  body: resolutionBody,
  recipients: [
    'Ban Thường vụ Huyện ủy (để báo cáo)',
    'Các cơ quan tham mưu, giúp việc Huyện ủy',
    'Các chi bộ trực thuộc',
    'Các đồng chí Đảng ủy viên',
    'Lưu Văn phòng Đảng ủy',
  ],
  authority: 'T/M ĐẢNG ỦY',
  signerTitle: 'BÍ THƯ',
  signerName: 'Đinh Văn Trường',
  copies: null,
  effectiveFrom: null,
  relations: [],
};

/** A resolution of the merged commune, under the newer guideline. */
export const resolution2027: PrintableDocument = {
  ...resolution,
  date: '2027-01-05',
  number: 12,
  subject:
    'về phương hướng, nhiệm vụ phát triển kinh tế - xã hội, bảo đảm quốc phòng, an ninh và xây dựng Đảng, hệ thống chính trị năm 2027',
};

const names = [
  'Đinh Văn Trường',
  'Phạm Thị Hồng Ân',
  'Đinh Văn Rếp',
  'Đinh Thị Tuyết',
  'Nguyễn Hữu Phước',
  'Đinh Văn Ót',
  'Đinh Văn Nghĩa',
  'Lê Thị Kim Chi',
  'Đinh Văn Sưu',
  'Đinh Thị Bích Nga',
  'Trần Quang Đức',
  'Đinh Văn Lập',
  'Đinh Văn Khiết',
  'Võ Thành Long',
  'Đinh Thị Yến',
];

export const members: Member[] = names.map((fullName, i) => ({
  id: `m${i + 1}`,
  termId: 'term-13',
  fullName,
  validFrom: '2020-06-01',
  validTo: null,
  listOrder: i,
  positions: [
    {
      role: i === 0 ? 'secretary' : 'member',
      title: i === 0 ? 'Bí thư Đảng ủy' : 'Đảng ủy viên',
      validFrom: '2020-06-01',
      validTo: null,
    },
  ],
}));

const away: Record<string, string> = { m7: 'dự tập huấn quốc phòng của huyện', m14: 'nghỉ ốm' };

export const conference: Conference = {
  id: 'c7',
  termId: 'term-13',
  kind: 'executive_committee',
  session: 'regular',
  ordinal: 7,
  customTitle: '',
  startsAt: '2021-12-24T07:30',
  endsAt: '2021-12-24T11:15',
  place: 'Hội trường Ủy ban nhân dân xã Sơn Liên',
  content: 'Tổng kết công tác xây dựng Đảng năm 2021; bàn phương hướng, mục tiêu, nhiệm vụ năm 2022.',
  papers:
    'Báo cáo tổng kết công tác xây dựng Đảng năm 2021\nDự thảo Nghị quyết về phương hướng, nhiệm vụ năm 2022',
  invited: 'Đồng chí Đảng viên phụ trách địa bàn của Huyện ủy\nBí thư các chi bộ trực thuộc',
  chairId: 'm1',
  recorderName: 'Đinh Thị Yến',
  conclusion: doc(paragraph('Hội nghị nhất trí thông qua Nghị quyết về phương hướng, nhiệm vụ năm 2022.')),
  agenda: [
    {
      ...blankItem('Báo cáo kết quả lãnh đạo thực hiện nhiệm vụ năm 2021'),
      id: 'a1',
      presenter: 'Phạm Thị Hồng Ân',
      discussion: doc(
        paragraph('Đồng chí Đinh Văn Rếp: phần lớn chỉ tiêu kinh tế đạt xấp xỉ kế hoạch huyện giao.'),
        paragraph(`Đồng chí Đinh Văn Lập: ${shortcomings}`),
        table(),
      ),
      conclusion: doc(paragraph('Hội nghị thống nhất đánh giá kết quả năm 2021 như báo cáo.')),
    },
    {
      ...blankItem('Phương hướng, mục tiêu, nhiệm vụ và giải pháp năm 2022'),
      id: 'a2',
      presenter: 'Đinh Văn Trường',
      discussion: doc(
        heading(1, 'Ý kiến thảo luận'),
        paragraph(longParagraph),
        bullets('Đồng chí Võ Thành Long gửi ý kiến bằng văn bản.'),
        heading(1, 'Biểu quyết'),
        paragraph('13/13 đồng chí có mặt tán thành.'),
      ),
      conclusion: doc(paragraph('Thông qua Nghị quyết.')),
    },
  ],
  votes: [],
  elections: [],
  minutesNumber: null,
  minutesIssuer: 'committee',
  closedAt: null,
  reopenings: [],
  attendance: members.map(({ id }) => ({
    ...presentEntry(`r-${id}`, { memberId: id }),
    state: away[id] ? ('excused' as const) : ('present' as const),
    reason: away[id] ?? '',
  })),
};

/** A block as it reads on paper. */
export const said = (block: PrintBlock) =>
  block.kind === 'table'
    ? block.rows.map((row) => row.join('|')).join('\n')
    : block.label + block.runs.map((run) => ('break' in run ? '\n' : run.text)).join('');
