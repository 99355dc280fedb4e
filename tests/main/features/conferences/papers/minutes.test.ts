import { describe, expect, it } from 'vitest';
import { composeMinutes } from '#main/features/conferences/papers/minutes.ts';
import { presentEntry } from '#shared/features/conferences/blank.ts';
import type { AgendaItem, AttendanceEntry } from '#shared/features/conferences/schema.ts';
import { conference, doc, indicators, members, said, sonLien } from '../../../paper/support/records.ts';

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

  const [first, second, third, fourth] = conference.attendance as [
    AttendanceEntry,
    AttendanceEntry,
    AttendanceEntry,
    AttendanceEntry,
  ];

  it('say who came late, who left and who was replaced', () => {
    const attendance = [
      first,
      { ...second, arrivedItemId: 'a2' },
      { ...third, leftItemId: 'a2' },
      { ...fourth, state: 'replaced' as const, substitute: 'Lê Văn C', reason: 'đi học' },
      presentEntry('r-x', { fullName: 'Trần Thị D', title: 'Đảng viên' }),
    ];
    const all = lines({ attendance, invited: '' });
    const from = all.indexOf('1.1. Đại biểu chính thức');
    const at = 'nội dung 2.2 (Phương hướng, mục tiêu, nhiệm vụ và giải pháp năm 2022)';
    expect(all.slice(from + 1, from + 8)).toEqual([
      '- Có mặt: 04 đồng chí.',
      '- Vắng mặt: 01 đồng chí, gồm:',
      '+ Đồng chí Đinh Thị Tuyết, Đảng ủy viên: có người dự thay (đi học; đồng chí Lê Văn C dự thay).',
      '- Đến muộn: 01 đồng chí, gồm:',
      `+ Đồng chí Phạm Thị Hồng Ân, Đảng ủy viên: có mặt từ ${at}.`,
      '- Về sớm: 01 đồng chí, gồm:',
      `+ Đồng chí Đinh Văn Rếp, Đảng ủy viên: về khi đến ${at}.`,
    ]);
    // A delegate's substitute is there with the delegate's rights.
    const congress = lines({ attendance, invited: '', kind: 'congress' });
    expect(congress).toContain('- Có mặt: 05 đồng chí.');
    expect(congress).toContain('- Vắng mặt: không.');
    expect(congress).toContain('+ Đồng chí Lê Văn C thay đồng chí Đinh Thị Tuyết, Đảng ủy viên (đi học).');
    const away = [
      { ...presentEntry('r-x', { fullName: 'Trần Thị D', title: '' }), state: 'absent' as const },
    ];
    expect(lines({ attendance: away })).toContain('+ Đồng chí Trần Thị D: không có lý do.');
  });

  it('say when an item really began and ended, and what was planned', () => {
    const [item] = conference.agenda as [AgendaItem];
    const timesOf = (changes: Partial<AgendaItem>) =>
      lines({ agenda: [{ ...item, ...changes }] }).filter((line) => line.startsWith('Thời gian: '));
    expect(timesOf({ plannedAt: '2021-12-24T07:30' })).toEqual([]);
    expect(
      timesOf({
        plannedAt: '2021-12-24T07:30',
        startedAt: '2021-12-24T07:45',
        endedAt: '2021-12-24T08:15',
      }),
    ).toEqual(['Thời gian: từ 07 giờ 45 đến 08 giờ 15 (theo chương trình: 07 giờ 30).']);
    expect(timesOf({ plannedAt: '2021-12-24T07:45', startedAt: '2021-12-24T07:45' })).toEqual([
      'Thời gian: từ 07 giờ 45.',
    ]);
    expect(timesOf({ endedAt: '2021-12-25T08:15' })).toEqual([
      'Thời gian: đến 08 giờ 15, ngày 25 tháng 12 năm 2021.',
    ]);
  });

  it('give each vote its result, after what was said', () => {
    const vote = {
      id: 'v1',
      itemId: 'a1',
      question: 'Thông qua báo cáo.',
      method: 'hands' as const,
      ...{ members: 15, present: 13, issued: null, collected: null, invalid: null },
      ...{ inFavour: 11, against: 1, other: 1 },
      named: [
        { name: 'Đinh Văn Ót', choice: 'against' as const },
        { name: 'Đinh Văn Sưu', choice: 'other' as const },
      ],
    };
    const ballots = { ...vote, id: 'v2', method: 'ballots' as const, named: [], against: 0, other: 0 };
    const all = lines({ votes: [vote, { ...ballots, issued: 13, collected: 12, invalid: 1 }] });
    const from = all.indexOf('Biểu quyết: Thông qua báo cáo (bằng hình thức giơ tay).');
    expect(all.slice(from, from + 7)).toEqual([
      'Biểu quyết: Thông qua báo cáo (bằng hình thức giơ tay).',
      'Kết quả: 11/13 đồng chí có mặt (đạt 73,3% tổng số ủy viên) tán thành; 01 đồng chí không tán thành; 01 đồng chí có ý kiến khác.',
      '- Không tán thành: đồng chí Đinh Văn Ót.',
      '- Ý kiến khác: đồng chí Đinh Văn Sưu.',
      'Biểu quyết: Thông qua báo cáo (bằng hình thức bỏ phiếu kín).',
      'Kết quả: phát ra 13 phiếu, thu về 12 phiếu, hợp lệ 11 phiếu, không hợp lệ 01 phiếu; 11/13 đồng chí có mặt (đạt 73,3% tổng số ủy viên) tán thành.',
      'Kết luận: Hội nghị thống nhất đánh giá kết quả năm 2021 như báo cáo.',
    ]);
    expect(all.indexOf('2.2. Phương hướng, mục tiêu, nhiệm vụ và giải pháp năm 2022')).toBeGreaterThan(from);
  });

  it('give each election its tellers, ballots, table and who was elected', () => {
    const election = {
      id: 'e1',
      itemId: 'a2',
      title: 'Bầu Phó Bí thư Đảng ủy',
      ...{ seats: 1, members: 15, present: 13, issued: 13, collected: 13, invalid: 0 },
      headTeller: 'Đinh Văn Lập',
      tellers: 'Đinh Thị Yến, Thư ký',
      candidates: [
        { fullName: 'Đinh Văn Ót', title: 'Đảng ủy viên', votes: 4 },
        { fullName: 'Lê Thị Kim Chi', title: 'Đảng ủy viên', votes: 9 },
      ],
    };
    const all = lines({ elections: [election] });
    const from = all.indexOf('Bầu cử: Bầu Phó Bí thư Đảng ủy.');
    expect(all.slice(from + 1, from + 6)).toEqual([
      '- Ban kiểm phiếu: đồng chí Đinh Văn Lập, Trưởng ban; đồng chí Đinh Thị Yến, Thư ký.',
      '- Số lượng cần bầu: 01 đồng chí. Tổng số ủy viên: 15 đồng chí; có mặt: 13 đồng chí.',
      '- Kết quả kiểm phiếu: phát ra 13 phiếu, thu về 13 phiếu, hợp lệ 13 phiếu, không hợp lệ 00 phiếu.',
      '1|Lê Thị Kim Chi|Đảng ủy viên|09|60|Trúng cử\n2|Đinh Văn Ót|Đảng ủy viên|04|26,7|Không trúng cử',
      'Trúng cử, xếp theo số phiếu: đồng chí Lê Thị Kim Chi.',
    ]);
  });

  it('say what is left to the next conference, and why', () => {
    const [item] = conference.agenda as [AgendaItem];
    const agenda = [{ ...item, isCarriedOver: true, carryReason: 'chờ ý kiến Huyện ủy' }];
    expect(lines({ agenda })).toContain('Nội dung này chuyển sang hội nghị sau: chờ ý kiến Huyện ủy.');
  });

  it('print the title that was typed instead, and the number that they were given', () => {
    const typed = minutes({ customTitle: 'Hội nghị Ban Chấp hành bất thường', minutesNumber: 7 });
    expect(typed.subject).toBe('Hội nghị Ban Chấp hành bất thường');
    expect(typed.head).toMatchObject({ number: '07', symbol: 'BB/ĐU' });
    expect(minutes({ session: 'enlarged' }).subject).toContain('(mở rộng)');
  });

  it('carry the head, the symbol and the signature of the body that met', () => {
    expect(minutes({ kind: 'congress', minutesIssuer: 'congress' })).toMatchObject({
      head: {
        parentLine: 'ĐẢNG BỘ HUYỆN SƠN TÂY',
        issuingLine: 'ĐẠI HỘI ĐẢNG BỘ XÃ SƠN LIÊN',
        symbol: 'BB/ĐH',
      },
      chair: { authority: 'T/M ĐOÀN CHỦ TỊCH', title: null },
    });
    expect(minutes({ kind: 'cell', minutesIssuer: 'cell' })).toMatchObject({
      head: { parentLine: 'ĐẢNG ỦY XÃ SƠN LIÊN', issuingLine: 'CHI BỘ', symbol: 'BB/CB' },
      chair: { authority: 'CHỦ TRÌ HỘI NGHỊ' },
    });
    expect(minutes({ kind: 'standing_committee' }).head).toEqual(minutes().head);
  });

  it('keep the committee’s symbol where its register gave their number before', () => {
    expect(minutes({ kind: 'congress', minutesNumber: 5 }).head).toMatchObject({
      issuingLine: 'ĐẢNG ỦY XÃ SƠN LIÊN',
      number: '05',
      symbol: 'BB/ĐU',
    });
  });

  it('have no line for a number where the office gives none', () => {
    const sources = { conference, name: sonLien, termOrdinal: 13, members, indicators, isNumbered: false };
    expect(composeMinutes(sources).head).toMatchObject({ number: null, symbol: null });
    const numbered = { ...sources, conference: { ...conference, minutesNumber: 12 } };
    expect(composeMinutes(numbered).head).toMatchObject({ number: '12', symbol: 'BB/ĐU' });
  });
});
