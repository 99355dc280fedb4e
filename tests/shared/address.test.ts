import { describe, expect, test } from 'vitest';
import { addressed, nameAlone, withoutAddress } from '#shared/text/address.ts';
import { speakerWords } from '#shared/text-model/body.ts';

describe('how somebody is addressed on paper', () => {
  test.each([
    ['Đinh Văn Rếp', 'đồng chí Đinh Văn Rếp'],
    ['Đồng chí Đinh Văn Rếp', 'đồng chí Đinh Văn Rếp'],
    ['ĐỒNG CHÍ Đinh Văn Rếp', 'đồng chí Đinh Văn Rếp'],
    ['đ/c  Đinh Văn Rếp', 'đồng chí Đinh Văn Rếp'],
    ['Đ/c. Đinh Văn Rếp', 'đồng chí Đinh Văn Rếp'],
    ['Bà Nguyễn Thị Lan', 'bà Nguyễn Thị Lan'],
    ['ông Trần Đức', 'ông Trần Đức'],
    ['Bàn Văn Ông', 'đồng chí Bàn Văn Ông'],
  ])('%j once: %j', (typed, said) => {
    expect(addressed(typed)).toBe(said);
    expect(addressed(said)).toBe(said);
    expect(withoutAddress(said)).toBe(withoutAddress(typed));
  });

  test.each([
    ['Đinh Thị Yến', 'Đinh Thị Yến'],
    ['Đinh Thị Yến, Văn phòng Đảng ủy', 'Đinh Thị Yến'],
    ['Đồng chí Đinh Thị Yến - Văn phòng', 'Đinh Thị Yến'],
    ['', ''],
  ])('of %j the name alone is signed: %j', (typed, name) => {
    expect(nameAlone(typed)).toBe(name);
  });

  const speaker = (name: string, memberId: string | null) =>
    speakerWords({ type: 'speaker', attrs: { memberId, name, title: 'Hội Nông dân', part: 'statement' } });

  test('a guest who speaks is called as was typed; a member is a comrade whatever the name begins with', () => {
    expect(speaker('Bà Nguyễn Thị Lan', null)).toBe('Bà Nguyễn Thị Lan, Hội Nông dân:');
    expect(speaker('Nguyễn Thị Lan', null)).toBe('Đồng chí Nguyễn Thị Lan, Hội Nông dân:');
    expect(speaker('Ông Ích Khiêm', '01890000-0000-7000-8000-000000000001')).toBe(
      'Đồng chí Ông Ích Khiêm, Hội Nông dân:',
    );
  });
});
