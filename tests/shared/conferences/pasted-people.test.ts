import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPasted, readPeople } from '#shared/features/conferences/pasted-people.ts';

const an = { fullName: 'Nguyễn Văn An', title: '' };
const secretary = { fullName: 'Nguyễn Văn An', title: 'Bí thư' };

test.each([
  '1. Nguyễn Văn An',
  '1) Nguyễn Văn An',
  '1/ Nguyễn Văn An',
  '1/Nguyễn Văn An',
  '01. Nguyễn Văn An',
  '(1) Nguyễn Văn An',
  '1 - Nguyễn Văn An',
  '1.2. Nguyễn Văn An',
  '12\tNguyễn Văn An',
  '12)\tNguyễn Văn An\t',
  'a) Nguyễn Văn An',
  '- Nguyễn Văn An',
  '– Nguyễn Văn An;',
  '+ Nguyễn Văn An.',
  '•\tNguyễn Văn An',
  '1. - Nguyễn Văn An',
  'Đ/c Nguyễn Văn An',
  'Đ/c: Nguyễn Văn An',
  'đ.c Nguyễn Văn An',
  'ĐC Nguyễn Văn An',
  '3. Đồng chí Nguyễn Văn An',
  'đồng chí: Nguyễn Văn An',
  'Ông Nguyễn Văn An',
  'Ông/Bà Nguyễn Văn An',
  'Ông (bà): Nguyễn Văn An',
  'Nguyễn  Văn An',
  'Nguyễn Văn An (nam)',
  '1\tNguyễn Văn An\t1975\tNam\t',
  '1\tÔng\tNguyễn Văn An',
])('“%s” is a name', (line) => {
  expect(readPeople(line)).toEqual([an]);
});

test.each([
  'Nguyễn Văn An, Bí thư',
  'Nguyễn Văn An; Bí thư.',
  'Nguyễn Văn An: Bí thư',
  'Nguyễn Văn An - Bí thư',
  'Nguyễn Văn An – Bí thư',
  'Nguyễn Văn An- Bí thư',
  'Nguyễn Văn An (Bí thư)',
  '1/ Đ/c Nguyễn Văn An (Bí thư);',
  '1\tNguyễn Văn An\tBí thư',
  '1\tNguyễn Văn An\t12/03/1975\tBí thư\t0905 123 456',
  'Bí thư: Nguyễn Văn An',
  'Bí thư: Đ/c Nguyễn Văn An',
  'Đ/c Bí thư - Nguyễn Văn An',
  'Bí thư\tNguyễn Văn An',
])('“%s” is a name with a title', (line) => {
  expect(readPeople(line)).toEqual([secretary]);
});

test.each([
  ['12)\tĐinh Thị Yến\tĐảng viên, y sĩ', 'Đinh Thị Yến', 'Đảng viên, y sĩ'],
  ['- Đ/c Trần  Thị Bình - Chủ tịch Hội', 'Trần Thị Bình', 'Chủ tịch Hội'],
  ["Hồ Văn A-Ma, H'Rê", 'Hồ Văn A-Ma', "H'Rê"],
  ['Hồ Văn Nghệ (A), Trưởng thôn', 'Hồ Văn Nghệ (A)', 'Trưởng thôn'],
  ['Hồ Văn Nghệ (Bí thư), vắng', 'Hồ Văn Nghệ', 'Bí thư, vắng'],
  ['Lê Bé, Bí thư (kiêm Trưởng thôn)', 'Lê Bé', 'Bí thư (kiêm Trưởng thôn)'],
  ['Lê Bé (Bí thư - Chủ tịch)', 'Lê Bé', 'Bí thư - Chủ tịch'],
  ['Lê Bé, Phó Bí thư, Chủ tịch UBND', 'Lê Bé', 'Phó Bí thư, Chủ tịch UBND'],
  ['1\tLê Bé\tTrưởng thôn\tThôn Một', 'Lê Bé', 'Trưởng thôn, Thôn Một'],
  ['Đặng Cộng', 'Đặng Cộng', ''],
  ['Hồ Tên', 'Hồ Tên', ''],
  ['Vi Văn Cương, Chi bộ Một', 'Vi Văn Cương', 'Chi bộ Một'],
])('“%s” is read', (line, fullName, title) => {
  expect(readPeople(line)).toEqual([{ fullName, title }]);
});

test.each([
  'STT\tHọ và tên\tChức vụ',
  'Stt\tHọ tên\tNgày sinh\tDân tộc\tChức vụ',
  'TT\tHỌ VÀ TÊN\tCHỨC VỤ, ĐƠN VỊ CÔNG TÁC\tGHI CHÚ',
  'STT Họ và tên Chức vụ',
  'Họ và tên, chức vụ',
  'Họ tên - Chức vụ',
  'Họ và tên',
  'Ho va ten\tChuc vu',
  'DANH SÁCH ĐẠI BIỂU',
  'I. Ban Thường vụ',
  'II\tCác chi bộ\t',
  'Các chi bộ trực thuộc:',
  'Tổng cộng: 12 đồng chí',
  'Cộng: 12',
  '(Kèm theo Công văn số 3)',
])('“%s” is nobody, and is seen', (line) => {
  expect(readPasted(line)).toMatchObject([{ text: line.replace(/\s+/gu, ' ').trim(), isPerson: false }]);
});

test('the head of a table says which column is what, in any order', () => {
  const rows = [
    'Chức vụ\tSTT\tHọ và tên\tNăm sinh\tDân tộc\tĐơn vị\tGhi chú',
    'Bí thư\t1\tĐ/c Nguyễn Văn An\t1975\tKinh\tChi bộ Một\tvắng',
    '\t2\tLê Bé\t\tHrê\t\t',
  ];
  expect(readPeople(rows.join('\n'))).toEqual([
    { fullName: 'Nguyễn Văn An', title: 'Bí thư, Chi bộ Một' },
    { fullName: 'Lê Bé', title: '' },
  ]);
});

test('a name in two columns is one name', () => {
  expect(readPeople('TT\tHọ và chữ đệm\tTên\tChức vụ\n1\tNguyễn Văn\tAn\tBí thư')).toEqual([secretary]);
});

test('a pasted list has a person a line; empty lines and rows of numbers are none', () => {
  expect(readPeople('STT\tHọ tên\tChức vụ\r\n(1)\t(2)\t(3)\r\n1\tMột\ta\r\n\n  \n2\tHai\t')).toEqual([
    { fullName: 'Một', title: 'a' },
    { fullName: 'Hai', title: '' },
  ]);
});

test('a cell of Excel with two lines is one', () => {
  expect(readPeople('1\tLê Bé\t"Bí thư\nChi bộ ""Một"""\n2\tHồ Sơn\tTrưởng thôn')).toEqual([
    { fullName: 'Lê Bé', title: 'Bí thư Chi bộ "Một"' },
    { fullName: 'Hồ Sơn', title: 'Trưởng thôn' },
  ]);
});

test('whatever is pasted, every line with a letter is shown once', () => {
  fc.assert(
    fc.property(fc.array(fc.string().map((text) => text.replace(/["\r\n]/gu, ''))), (lines) => {
      const shown = lines.filter((line) => /\p{L}/u.test(line.normalize('NFC')));
      expect(readPasted(lines.join('\n'))).toHaveLength(shown.length);
    }),
  );
});
