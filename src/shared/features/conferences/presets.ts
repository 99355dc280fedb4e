import type { ConferenceKind, Preset } from './schema.ts';

/** At least two thirds, as most offices' working rules have it; no Party rule for committees was found (domain 3.2). */
const twoThirds = { quorumNumerator: 2, quorumDenominator: 3, quorumIsStrict: false };

/** What the conference file usually holds beside the minutes (domain 5.2). */
const usualFile = ['Giấy mời', 'Chương trình', 'Danh sách điểm danh', 'Báo cáo', 'Biên bản', 'Nghị quyết'];

/** Where the office has not said otherwise. */
export const defaultPresets: Record<ConferenceKind, Preset> = {
  congress: {
    kind: 'congress',
    agenda: [
      'Bầu Đoàn Chủ tịch, Đoàn Thư ký, Ban Thẩm tra tư cách đại biểu',
      'Báo cáo thẩm tra tư cách đại biểu',
      'Báo cáo chính trị; báo cáo kiểm điểm của Ban Chấp hành',
      'Thảo luận các văn kiện',
      'Bầu Ban Chấp hành khóa mới',
      'Bầu đoàn đại biểu dự đại hội cấp trên',
      'Thông qua Nghị quyết đại hội',
    ],
    expectedDocuments: [...usualFile, 'Biên bản kiểm phiếu'].join('\n'),
    ...twoThirds,
    numbersMinutes: true,
  },
  executive_committee: {
    kind: 'executive_committee',
    agenda: [
      'Báo cáo kết quả lãnh đạo thực hiện nhiệm vụ',
      'Những tồn tại, hạn chế và nguyên nhân',
      'Phương hướng, mục tiêu, nhiệm vụ và giải pháp',
      'Thảo luận, biểu quyết thông qua Nghị quyết',
    ],
    expectedDocuments: usualFile.join('\n'),
    ...twoThirds,
    numbersMinutes: true,
  },
  standing_committee: {
    kind: 'standing_committee',
    agenda: ['Kết quả thực hiện kết luận kỳ trước', 'Công tác cán bộ', 'Nhiệm vụ trọng tâm thời gian tới'],
    expectedDocuments: ['Giấy mời', 'Chương trình', 'Danh sách điểm danh', 'Biên bản', 'Kết luận'].join('\n'),
    ...twoThirds,
    numbersMinutes: true,
  },
  cell: {
    kind: 'cell',
    agenda: [
      'Thông tin thời sự, quán triệt văn bản của cấp trên',
      'Đánh giá kết quả thực hiện nghị quyết tháng trước',
      'Nhiệm vụ tháng này',
      'Thảo luận, biểu quyết thông qua nghị quyết chi bộ',
    ],
    expectedDocuments: ['Danh sách điểm danh', 'Biên bản', 'Nghị quyết'].join('\n'),
    ...twoThirds,
    numbersMinutes: false,
  },
};
