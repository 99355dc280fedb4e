import { describe, expect, it } from 'vitest';
import { composeMinutes } from '#main/features/print/compose-minutes.ts';
import { conference, doc, indicators, members, said, sonLien } from './support/records.ts';

describe('minutes', () => {
  const minutes = (changes: Partial<typeof conference> = {}) =>
    composeMinutes({
      conference: { ...conference, ...changes },
      name: sonLien,
      termOrdinal: 13,
      members,
      indicators,
      isNumbered: true,
    });
  const lines = (changes: Partial<typeof conference> = {}) => minutes(changes).body.map(said);

  it('open with time, place, content, chair, recorder and papers', () => {
    expect(lines().slice(0, 8)).toEqual([
      '- Thời gian: bắt đầu vào hồi 07 giờ 30, ngày 24 tháng 12 năm 2021.',
      '- Địa điểm: Hội trường Ủy ban nhân dân xã Sơn Liên.',
      '- Nội dung: Tổng kết công tác xây dựng Đảng năm 2021; bàn phương hướng, mục tiêu, nhiệm vụ năm 2022.',
      '- Người chủ trì: đồng chí Đinh Văn Trường, Bí thư Đảng ủy.',
      '- Người ghi biên bản: đồng chí Đinh Thị Yến.',
      '- Tài liệu sử dụng trong hội nghị:',
      '+ Báo cáo tổng kết công tác xây dựng Đảng năm 2021.',
      '+ Dự thảo Nghị quyết về phương hướng, nhiệm vụ năm 2022.',
    ]);
  });

  it('say who was there, who was not and why, and who was invited', () => {
    const all = lines();
    const from = all.indexOf('1. Thành phần hội nghị');
    expect(all.slice(from, from + 9)).toEqual([
      '1. Thành phần hội nghị',
      '1.1. Đại biểu chính thức',
      '- Có mặt: 13 đồng chí.',
      '- Vắng mặt: 02 đồng chí, gồm:',
      '+ Đồng chí Đinh Văn Nghĩa, Đảng ủy viên: có lý do (dự tập huấn quốc phòng của huyện);',
      '+ Đồng chí Võ Thành Long, Đảng ủy viên: có lý do (nghỉ ốm).',
      '1.2. Đại biểu mời dự',
      '- Đồng chí Đảng viên phụ trách địa bàn của Huyện ủy;',
      '- Bí thư các chi bộ trực thuộc.',
    ]);
    const present = conference.attendance.map((entry) => ({ ...entry, state: 'present' as const }));
    expect(lines({ attendance: present, invited: '' })).toContain('- Vắng mặt: không.');
    expect(lines({ attendance: present, invited: '' })).not.toContain('1.2. Đại biểu mời dự');
    const absent = conference.attendance.map((entry) => ({ ...entry, state: 'absent' as const, reason: '' }));
    expect(lines({ attendance: absent })).toContain(
      '+ Đồng chí Đinh Văn Trường, Bí thư Đảng ủy: không có lý do;',
    );
  });

  it('go through the agenda, the conclusion and the end', () => {
    const all = lines();
    expect(all).toContain('2.1. Báo cáo kết quả lãnh đạo thực hiện nhiệm vụ năm 2021');
    expect(all).toContain('Người trình bày: Phạm Thị Hồng Ân.');
    expect(all).toContain('Kết luận: Hội nghị thống nhất đánh giá kết quả năm 2021 như báo cáo.');
    expect(all).toContain('a) Ý kiến thảo luận');
    expect(all).toContain('b) Biểu quyết');
    expect(all.slice(-3)).toEqual([
      '3. Kết luận của người chủ trì',
      'Hội nghị nhất trí thông qua Nghị quyết về phương hướng, nhiệm vụ năm 2022.',
      'Hội nghị kết thúc vào hồi 11 giờ 15 cùng ngày.',
    ]);
    expect(lines({ endsAt: '2021-12-25T10:00' }).at(-1)).toBe(
      'Hội nghị kết thúc vào hồi 10 giờ 00, ngày 25 tháng 12 năm 2021.',
    );
    expect(lines({ endsAt: null }).at(-1)).toContain('…… giờ ……');
    const bare = lines({ agenda: [], conclusion: doc() });
    expect(bare.some((line) => line.startsWith('2. '))).toBe(false);
  });

  it('have a title, a place for their number and two signatures', () => {
    expect(minutes()).toMatchObject({
      typeName: 'BIÊN BẢN',
      subject: 'Hội nghị Ban Chấp hành Đảng bộ xã lần thứ bảy, khóa XIII',
      head: { number: null, symbol: 'BB/ĐU', dateText: 'ngày 24 tháng 12 năm 2021' },
      recorder: { authority: 'NGƯỜI GHI BIÊN BẢN', name: 'Đinh Thị Yến' },
      chair: { authority: 'CHỦ TRÌ HỘI NGHỊ', name: 'Đinh Văn Trường' },
      certification: null,
    });
  });
});
