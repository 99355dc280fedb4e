/** What nearly every office shortens; put in at one stroke, then changed like any other. */
export const starterPhrases: readonly (readonly [abbreviation: string, text: string])[] = [
  ['ubnd', 'Ủy ban nhân dân'],
  ['hdnd', 'Hội đồng nhân dân'],
  ['mttq', 'Mặt trận Tổ quốc'],
  ['bch', 'Ban Chấp hành'],
  ['btv', 'Ban Thường vụ'],
  ['ubkt', 'Ủy ban Kiểm tra'],
  ['du', 'Đảng ủy'],
  ['db', 'Đảng bộ'],
  ['cb', 'chi bộ'],
  ['ntm', 'nông thôn mới'],
  ['ktxh', 'kinh tế - xã hội'],
  ['qpan', 'quốc phòng, an ninh'],
  ['dc', 'đồng chí'],
];
