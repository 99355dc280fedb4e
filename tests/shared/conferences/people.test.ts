import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstTwice, isSamePerson, readPeople } from '#shared/features/conferences/people.ts';

test.each([
  ['Nguyễn Văn An, Bí thư Chi bộ thôn Một', 'Nguyễn Văn An', 'Bí thư Chi bộ thôn Một'],
  ['1. Nguyễn Văn An', 'Nguyễn Văn An', ''],
  ['12)\tĐinh Thị Yến\tĐảng viên, y sĩ', 'Đinh Thị Yến', 'Đảng viên, y sĩ'],
  ['3\tĐinh Thị Yến', 'Đinh Thị Yến', ''],
  ['- Đ/c Trần  Thị Bình - Chủ tịch Hội', 'Trần Thị Bình', 'Chủ tịch Hội'],
  ['Đồng chí Lê Văn Dũng; Trưởng thôn', 'Lê Văn Dũng', 'Trưởng thôn'],
  ["Hồ Văn A-Ma, H'Rê", 'Hồ Văn A-Ma', "H'Rê"],
])('“%s” is read', (line, fullName, title) => {
  expect(readPeople(line)).toEqual([{ fullName, title }]);
});

test('a pasted list has a person a line; empty lines are none', () => {
  expect(readPeople('Một, a\r\n\n  \nHai')).toEqual([
    { fullName: 'Một', title: 'a' },
    { fullName: 'Hai', title: '' },
  ]);
});

const person = fc.record({
  fullName: fc.constantFrom('Đinh Văn Hòa', 'đinh văn hòa', 'Đinh Văn Hoa', 'Lê Bé'),
  title: fc.constantFrom('', 'Bí thư', 'bí thư', 'Trưởng thôn'),
});

test('being the same person goes both ways, and tones make another name', () => {
  fc.assert(
    fc.property(person, person, (a, b) => {
      expect(isSamePerson(a, b)).toBe(isSamePerson(b, a));
      expect(isSamePerson(a, a)).toBe(true);
    }),
  );
  expect(isSamePerson({ fullName: 'Đinh Văn Hòa', title: '' }, { fullName: 'Đinh Văn Hoa', title: '' })).toBe(
    false,
  );
});

test('who is there twice is found, and only then', () => {
  fc.assert(
    fc.property(fc.array(person), fc.array(person), (known, added) => {
      const isTwice = added.some(
        (one, at) =>
          known.some((other) => isSamePerson(one, other)) ||
          added.slice(0, at).some((other) => isSamePerson(one, other)),
      );
      expect(firstTwice(known, added) !== null).toBe(isTwice);
    }),
  );
});
