import {
  type Block,
  type Body,
  bodyFromLines,
  type FindingKind,
  type Inline,
  type Speaker,
  type SpeechPart,
} from '#shared/text-model/body.ts';

type SpeakerAttrs = Omit<Speaker['attrs'], 'part'>;

/** The demo's conference and resolution: our words, the facts of the conference of 24/12/2021. */

export const demoConference = {
  content: 'Tổng kết công tác xây dựng Đảng năm 2021; bàn phương hướng, mục tiêu, nhiệm vụ năm 2022.',
  place: 'Hội trường Ủy ban nhân dân xã Sơn Liên',
  papers: [
    'Báo cáo tổng kết công tác xây dựng Đảng và lãnh đạo nhiệm vụ chính trị năm 2021',
    'Dự thảo Nghị quyết về phương hướng, nhiệm vụ năm 2022',
  ].join('\n'),
  invited: [
    'Đồng chí Đảng viên phụ trách địa bàn của Huyện ủy',
    'Bí thư các chi bộ trực thuộc không là Đảng ủy viên',
  ].join('\n'),
};

/** What somebody said, and what its words are where the clerk marked them. */
type Said = { name: string; part: SpeechPart; text: string; marked?: FindingKind };
type DemoItem = {
  title: string;
  presenter: string;
  said: readonly Said[];
  conclusion: string;
  marked: FindingKind;
  /** Put to the vote: everybody in the room agrees. */
  vote?: string;
};

export const demoAgenda: readonly DemoItem[] = [
  {
    title: 'Báo cáo kết quả lãnh đạo thực hiện nhiệm vụ năm 2021',
    presenter: 'Phạm Thị Hồng Ân',
    said: [
      {
        name: 'Phạm Thị Hồng Ân',
        part: 'report',
        text: 'Đảng ủy có thêm kết quả mới trong đổi mới phương thức lãnh đạo, giáo dục chính trị tư tưởng, tổ chức xây dựng Đảng, kiểm tra, giám sát, thi hành kỷ luật và phòng, chống dịch Covid-19.',
      },
      {
        name: 'Đinh Văn Rếp',
        part: 'statement',
        text: 'phần lớn chỉ tiêu kinh tế đạt xấp xỉ kế hoạch huyện giao; năng suất lúa nước, diện tích và sản lượng mì, ngô vượt kế hoạch.',
      },
      {
        name: 'Đinh Văn Lập',
        part: 'statement',
        text: 'đầu ra một số nông sản chưa ổn định, dịch bệnh trên vật nuôi, cây trồng còn phức tạp, thu nhập của người dân bị ảnh hưởng.',
        marked: 'shortcoming',
      },
    ],
    conclusion:
      'Hội nghị thống nhất đánh giá kết quả năm 2021 như báo cáo; tiếp thu các ý kiến để hoàn chỉnh phần tồn tại, hạn chế.',
    marked: 'conclusion',
  },
  {
    title: 'Những tồn tại, hạn chế và nguyên nhân',
    presenter: 'Nguyễn Hữu Phước',
    said: [
      {
        name: 'Nguyễn Hữu Phước',
        part: 'report',
        text: 'việc triển khai chương trình kiểm tra, giám sát năm 2021 còn chậm; sinh hoạt chuyên đề về học tập và làm theo Bác ở một số chi bộ chưa được chú trọng.',
        marked: 'shortcoming',
      },
      {
        name: 'Đinh Văn Sưu',
        part: 'statement',
        text: 'khai thác lâm sản trái pháp luật, đốt rừng, phá rừng làm nương rẫy vẫn còn xảy ra, chưa giải quyết dứt điểm.',
      },
    ],
    conclusion:
      'Giao Ủy ban Kiểm tra Đảng ủy tham mưu chương trình kiểm tra, giám sát năm 2022 ngay trong tháng 01.',
    marked: 'task',
  },
  {
    title: 'Phương hướng, mục tiêu, nhiệm vụ và giải pháp năm 2022',
    presenter: 'Đinh Văn Trường',
    said: [
      {
        name: 'Đinh Văn Trường',
        part: 'report',
        text: 'dự thảo nghị quyết về phương hướng, nhiệm vụ năm 2022; đề nghị các đồng chí thảo luận và biểu quyết.',
      },
    ],
    conclusion: 'Thông qua Nghị quyết về phương hướng, nhiệm vụ năm 2022.',
    marked: 'clause',
    vote: 'Thông qua Nghị quyết về phương hướng, nhiệm vụ năm 2022',
  },
];

/** As the clerk would have typed it: a name chip before each speech, the marked words with ids of their own. */
export function demoDiscussion(said: readonly Said[], person: (name: string) => SpeakerAttrs): Body {
  return {
    type: 'doc',
    content: said.map(({ name, part, text, marked }) => ({
      type: 'paragraph',
      content: [
        { type: 'speaker', attrs: { ...person(name), part } },
        { type: 'text', text: ' ' },
        markedText(text, marked),
      ],
    })),
  };
}

export function demoMarked(text: string, kind: FindingKind): Body {
  return { type: 'doc', content: [{ type: 'paragraph', content: [markedText(text, kind)] }] };
}

function markedText(text: string, kind: FindingKind | undefined): Inline {
  if (!kind) return { type: 'text', text };
  return { type: 'text', text, marks: [{ type: 'finding', attrs: { id: crypto.randomUUID(), kind } }] };
}

export const demoConclusion = bodyFromLines([
  'Năm 2021, Đảng ủy đã lãnh đạo hoàn thành nhiều nhiệm vụ trong điều kiện khó khăn; các tồn tại, hạn chế phải có người chịu trách nhiệm và thời hạn khắc phục.',
  'Hội nghị nhất trí thông qua Nghị quyết về phương hướng, nhiệm vụ năm 2022 với tinh thần đoàn kết, quyết tâm cao.',
]);

const heading = (level: 1 | 2 | 3, value: string): Block => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text: value }],
});
const paragraph = (value: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text: value }] });
const bullets = (values: readonly string[]): Block => ({
  type: 'bulletList',
  content: values.map((value) => ({
    type: 'listItem',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: value }] }],
  })),
});

/** @param indicatorIds the five indicators of the table, in their order */
export function demoResolution(indicatorIds: readonly string[]): Body {
  return {
    type: 'doc',
    content: [
      heading(1, 'Kết quả lãnh đạo thực hiện nhiệm vụ năm 2021'),
      heading(2, 'Công tác xây dựng Đảng và hệ thống chính trị'),
      paragraph(
        'Đảng ủy đạt thêm kết quả mới về đổi mới phương thức lãnh đạo của cấp ủy, giáo dục chính trị tư tưởng, tổ chức xây dựng Đảng, kiểm tra, giám sát và thi hành kỷ luật trong Đảng, phòng, chống dịch Covid-19. Công tác dân vận, các mô hình “Dân vận khéo”, hoạt động của Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội có bước đổi mới.',
      ),
      heading(2, 'Phát triển kinh tế'),
      paragraph(
        'Sản xuất nông - lâm nghiệp gặp nhiều khó khăn, song phần lớn chỉ tiêu kinh tế cơ bản đạt xấp xỉ kế hoạch huyện giao. Một số chỉ tiêu đạt và vượt kế hoạch như sau:',
      ),
      {
        type: 'indicatorTable',
        attrs: {
          period: '2021',
          indicatorIds: [...indicatorIds],
          caption: 'Một số chỉ tiêu so với kế hoạch huyện giao năm 2021',
        },
      },
      heading(2, 'Văn hóa - xã hội, quốc phòng, an ninh'),
      paragraph(
        'Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư” được nhân dân đồng tình hưởng ứng; đời sống văn hóa ngày một nâng lên. An ninh, quốc phòng và trật tự, an toàn trên địa bàn được giữ vững.',
      ),
      heading(1, 'Tồn tại, hạn chế'),
      bullets([
        'Sản lượng lương thực có hạt đạt thấp; dịch bệnh trên vật nuôi, cây trồng diễn biến phức tạp; đầu ra một số sản phẩm nông nghiệp chưa ổn định.',
        'Khai thác lâm sản trái pháp luật, đốt rừng, phá rừng làm nương rẫy chưa được giải quyết triệt để.',
        'Kết quả xây dựng nông thôn mới thấp so với bình quân chung của huyện.',
        'Việc triển khai chương trình, kế hoạch kiểm tra, giám sát năm 2021 còn chậm.',
      ]),
      heading(1, 'Mục tiêu, nhiệm vụ và giải pháp năm 2022'),
      heading(2, 'Mục tiêu'),
      paragraph(
        'Nâng cao năng lực lãnh đạo, sức chiến đấu của Đảng bộ; tăng cường hiệu lực, hiệu quả quản lý của Nhà nước và chất lượng hoạt động của Mặt trận Tổ quốc, các đoàn thể; quyết liệt phòng, chống tham nhũng, lãng phí; sắp xếp, tinh gọn tổ chức bộ máy.',
      ),
      heading(2, 'Nhiệm vụ, giải pháp'),
      heading(3, 'Phát triển kinh tế'),
      paragraph(
        'Tập trung các giải pháp, nguồn lực thúc đẩy tăng trưởng kinh tế, giảm nghèo bền vững, cải thiện đời sống, tăng thu nhập của người dân.',
      ),
      heading(3, 'Quản lý tài nguyên, bảo vệ môi trường'),
      paragraph('Tăng cường quản lý tài nguyên, bảo vệ môi trường, phòng, chống thiên tai.'),
      heading(3, 'Văn hóa - xã hội, quốc phòng, an ninh'),
      paragraph(
        'Phát triển giáo dục, đào tạo, y tế, văn hóa, thể dục, thể thao; bảo đảm an sinh xã hội; củng cố quốc phòng, an ninh; giải quyết kịp thời những vấn đề bức xúc trong Nhân dân.',
      ),
      heading(1, 'Tổ chức thực hiện'),
      paragraph(
        'Các chi bộ trực thuộc, Ủy ban nhân dân xã, Mặt trận Tổ quốc và các đoàn thể căn cứ Nghị quyết này xây dựng kế hoạch và tổ chức thực hiện. Nghị quyết này có hiệu lực từ ngày ký.',
      ),
    ],
  };
}

type DemoIndicator = { name: string; unit: string; plan: string; actual: string };

/** Plans and results are invented so that their ratio is one that was printed: 100,46 · 106,67 · 106,61 · 107 · 106,17 %. */
export const demoIndicators: readonly DemoIndicator[] = [
  { name: 'Năng suất bình quân cây lúa nước', unit: 'tạ/ha', plan: '43.5', actual: '43.7' },
  { name: 'Diện tích cây mì', unit: 'ha', plan: '150', actual: '160' },
  { name: 'Sản lượng cây mì', unit: 'tấn', plan: '2270', actual: '2420' },
  { name: 'Diện tích cây ngô', unit: 'ha', plan: '100', actual: '107' },
  { name: 'Sản lượng cây ngô', unit: 'tấn', plan: '324', actual: '344' },
];
