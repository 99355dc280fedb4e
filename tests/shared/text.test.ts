import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isNoSuchDay,
  isWithin,
  officialDate,
  officialTime,
  parseDate,
  parseDateTime,
  parseTime,
  showDate,
} from '#shared/text/dates.ts';
import { fold } from '#shared/text/fold.ts';
import { ordinalWords, roman } from '#shared/text/ordinals.ts';
import {
  compareQuantities,
  isQuantity,
  parseQuantity,
  percentOf,
  showQuantity,
  twoDigits,
} from '#shared/text/quantities.ts';
import { comparePeople, compareText } from '#shared/text/sort.ts';

const vietnamese = fc.string({
  unit: fc.constantFrom(
    ...'aăâbcdđeêghiklmnoôơpqrstuưvxyàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹáắấéếíóốớúứýạặậẹệịọộợụựỵ ĐẢẤẾ',
  ),
  maxLength: 40,
});

describe('folding', () => {
  test.each([
    ['Đảng ủy', 'dang uy'],
    ['Đảng uỷ'.normalize('NFD'), 'dang uy'],
    ['NGHỊ QUYẾT', 'nghi quyet'],
    ['hoà', 'hoa'],
    ['hòa', 'hoa'],
    ['Đường Sắt', 'duong sat'],
  ])('%s is found as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('keeps the length of NFC text, leaves no mark, and folding twice changes nothing', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const folded = fold(text);
        expect(folded).toHaveLength(text.normalize('NFC').length);
        expect(folded).toMatch(/^[a-z ]*$/u);
        expect(fold(folded)).toBe(folded);
        expect(fold(text.normalize('NFD'))).toBe(folded);
      }),
    );
  });
});

describe('order', () => {
  test('tones go ngang, huyền, hỏi, ngã, sắc, nặng', () => {
    expect(['mạ', 'má', 'mã', 'mả', 'mà', 'ma'].sort(compareText)).toEqual([
      'ma',
      'mà',
      'mả',
      'mã',
      'má',
      'mạ',
    ]);
  });

  test('people go by their given name', () => {
    const people = ['Trần Quang Đức', 'Đinh Văn An', 'Lê Bé', 'Phạm Thị Hồng Ân', 'Nguyễn Ánh', 'Võ Dũng'];
    expect(people.toSorted(comparePeople).map((name) => name.split(' ').at(-1))).toEqual([
      'An',
      'Ánh',
      'Ân',
      'Bé',
      'Dũng',
      'Đức',
    ]);
  });
});

describe('ordinals', () => {
  test.each([
    [1, 'nhất'],
    [2, 'hai'],
    [4, 'tư'],
    [5, 'năm'],
    [7, 'bảy'],
    [10, 'mười'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [25, 'hai mươi lăm'],
    [31, 'ba mươi mốt'],
    [60, 'sáu mươi'],
    [100, 'một trăm'],
    [101, 'một trăm linh một'],
    [104, 'một trăm linh bốn'],
    [105, 'một trăm linh năm'],
    [110, 'một trăm mười'],
    [115, 'một trăm mười lăm'],
    [121, 'một trăm hai mươi mốt'],
    [124, 'một trăm hai mươi tư'],
    [260, 'hai trăm sáu mươi'],
    [999, 'chín trăm chín mươi chín'],
  ])('%i is %s', (n, words) => {
    expect(ordinalWords(n)).toBe(words);
  });

  test('are all different, and there is none for 0, halves and thousands', () => {
    const all = Array.from({ length: 999 }, (_, i) => ordinalWords(i + 1));
    expect(new Set(all).size).toBe(999);
    for (const n of [0, 1.5, 1000, -1, Number.NaN]) expect(() => ordinalWords(n)).toThrow(RangeError);
  });

  test('Roman numerals read back', () => {
    const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
    for (let n = 1; n <= 999; n += 1) {
      const letters = [...roman(n)].map((letter) => values[letter] ?? 0);
      expect(
        letters.reduce((sum, value, i) => sum + (value < (letters[i + 1] ?? 0) ? -value : value), 0),
      ).toBe(n);
    }
    expect(roman(13)).toBe('XIII');
    expect(roman(4)).toBe('IV');
  });
});

describe('dates', () => {
  test.each([
    ['24/12/2021', '2021-12-24'],
    ['24122021', '2021-12-24'],
    ['24/12', '2026-12-24'],
    ['24.12.21', '2021-12-24'],
    ['5-1-2026', '2026-01-05'],
    [' 05/02/2026 ', '2026-02-05'],
    ['2412', '2026-12-24'],
    ['31/02/2021', null],
    ['24/13/2021', null],
    ['abc', null],
    ['', null],
    ['2021-12-24', '2021-12-24'],
    ['24 / 12 / 2021', '2021-12-24'],
  ])('%j is read as %s', (typed, iso) => {
    expect(parseDate(typed, '2026-11-24')).toBe(iso);
  });

  test.each([
    ['7h30', '07:30'],
    ['07:30', '07:30'],
    ['730', '07:30'],
    ['7', '07:00'],
    ['7g', '07:00'],
    ['7 giờ 30', '07:30'],
    ['7 giờ 30 phút', '07:30'],
    ['07 giờ', '07:00'],
    ['7h 30', '07:30'],
    ['2h chiều', '14:00'],
    ['8 giờ sáng', '08:00'],
    ['25:00', null],
    ['7h61', null],
    ['x', null],
  ])('the time %j is read as %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time);
  });

  test.each([
    ['2026-02-05', 'ngày 05 tháng 02 năm 2026'],
    ['2026-05-27', 'ngày 27 tháng 5 năm 2026'],
    ['2021-12-24', 'ngày 24 tháng 12 năm 2021'],
    ['2027-01-05', 'ngày 05 tháng 01 năm 2027'],
  ])('%s is written %s', (iso, text) => {
    expect(officialDate(iso)).toBe(text);
  });

  test.each([
    ['24/12/2021 07:30', '2021-12-24T07:30'],
    ['24/12 7h30', '2026-12-24T07:30'],
    ['7h30 24/12/2021', '2021-12-24T07:30'],
    ['7 giờ 30 ngày 24 tháng 12 năm 2021', '2021-12-24T07:30'],
    ['24 / 12 / 2021  7 giờ 30', '2021-12-24T07:30'],
    ['24122021 0730', '2021-12-24T07:30'],
    ['2021-12-24 7h', '2021-12-24T07:00'],
    ['2021-12-24T07:30', null],
    ['10 12 7', '2026-12-10T07:00'],
    ['24/12/2021', null],
    ['7h30', null],
    ['31/2/2020 7h', null],
    ['chiều mai', null],
  ])('day and time %j are read as %s', (typed, local) => {
    expect(parseDateTime(typed, '2026-11-24')).toBe(local);
  });

  test('half of it is enough where the other half is known', () => {
    const known = { day: '2021-12-24', time: '07:30' };
    for (const typed of ['24122021', '24/12/2021', '24 / 12 / 2021', '2021-12-24'])
      expect(parseDateTime(typed, '2026-11-24', known)).toBe('2021-12-24T07:30');
    expect(parseDateTime('24/12', '2026-11-24', known)).toBe('2026-12-24T07:30');
    expect(parseDateTime('9h', '2026-11-24', known)).toBe('2021-12-24T09:00');
    expect(parseDateTime('31/2/2020', '2026-11-24', known)).toBeNull();
  });

  test.each([
    ['31/2/2020', true],
    ['2020-02-31', true],
    ['ngày 30 tháng 2 năm 2020', true],
    ['29/2/2020', false],
    ['hôm qua', false],
    ['', false],
  ])('%j is no day of the calendar: %s', (typed, isNone) => {
    expect(isNoSuchDay(typed)).toBe(isNone);
  });

  test('what is shown reads back', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          expect(parseDate(showDate(iso), '2026-01-01')).toBe(iso);
        },
      ),
    );
  });

  test('times and ranges', () => {
    expect(officialTime('2021-12-24T07:30')).toBe('07 giờ 30');
    expect(showDate('2021-12-24T07:30')).toBe('24/12/2021 07:30');
    expect(isWithin('2025-06-30', '2020-06-01', '2025-06-30')).toBe(true);
    expect(isWithin('2025-07-01', '2020-06-01', '2025-06-30')).toBe(false);
    expect(isWithin('2099-01-01', '2020-06-01', null)).toBe(true);
  });
});

describe('quantities', () => {
  test.each([
    ['1.234', '1234'],
    ['6.988.329.032', '6988329032'],
    ['2.442,7', '2442.7'],
    ['106,67', '106.67'],
    ['05,2', '5.2'],
    ['07', '7'],
    ['1 234,5', '1234.5'],
    ['-5', '-5'],
    ['0,50', '0.5'],
    ['0', '0'],
    ['1234', '1234'],
    ['1.23', null],
    ['12.34', null],
    ['1,234.5', null],
    ['1,2,3', null],
    ['', null],
    ['abc', null],
    ['1e5', null],
    ['-', null],
  ])('%j is read as %s', (typed, value) => {
    expect(parseQuantity(typed)).toBe(value);
  });

  const canonical = fc
    .tuple(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 6 }),
    )
    .map(
      ([whole, fraction]) =>
        `${whole}${fraction.replace(/0+$/u, '') ? `.${fraction.replace(/0+$/u, '')}` : ''}`,
    );

  test('what is shown reads back, to the last digit', () => {
    fc.assert(
      fc.property(canonical, (value) => {
        expect(isQuantity(value)).toBe(true);
        expect(parseQuantity(showQuantity(value))).toBe(value);
      }),
    );
  });

  test.each([
    ['43.7', '43.5', '100.46'],
    ['160', '150', '106.67'],
    ['2420', '2270', '106.61'],
    ['107', '100', '107'],
    ['344', '324', '106.17'],
    ['53.35', '50', '106.7'],
    ['61.3', '62', '98.87'],
    ['1', '3', '33.33'],
    ['1.005', '100', '1.01'],
    ['5', '0', null],
    [null, '5', null],
    ['5', null, null],
  ])('%s of %s is %s %%', (actual, plan, percent) => {
    expect(percentOf(actual, plan)).toBe(percent);
  });

  test('order and two digits', () => {
    expect(compareQuantities('9', '10')).toBe(-1);
    expect(compareQuantities('1.5', '1.50')).toBe(0);
    expect(twoDigits(2)).toBe('02');
    expect(twoDigits(113)).toBe('113');
  });
});
