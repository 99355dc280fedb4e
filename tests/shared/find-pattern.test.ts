import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findPattern } from '#shared/text/find-pattern.ts';
import { fold } from '#shared/text/fold.ts';

const found = (typed: string, text: string) => new RegExp(findPattern(typed), 'iu').exec(text)?.[0] ?? null;

describe('findPattern', () => {
  it.each([
    ['dang uy', 'BCH Đảng  ủy xã', 'Đảng  ủy'],
    ['đang', 'dang, đảng', null],
    ['đang', 'dang, Đang', 'Đang'],
    ['đang xa', 'dang xã, Đang xã', 'Đang xã'],
    ['ủy', 'uy tín, Ủy ban', 'Ủy'],
    ['hòa', 'văn hoà', 'hoà'],
    ['hoà', 'văn hòa', 'hòa'],
    ['hoa', 'HÒA BÌNH', 'HÒA'],
    ['106,67 %', 'đạt 106,67 % so', '106,67 %'],
    ['(a.b)*', 'x (a.b)* y', '(a.b)*'],
    ['(a.b)*', '(axb)', null],
  ])('%s in %s', (typed, text, expected) => {
    expect(found(typed, text)).toBe(expected);
  });

  it('keeps to the marks where another word must not be replaced', () => {
    expect(found('ban', 'bản, Ban')).toBe('bản');
    expect(new RegExp(findPattern('ban', { isExact: true }), 'iu').exec('bản, Ban')?.[0]).toBe('Ban');
  });

  it('looks for nothing when nothing was typed', () => {
    expect(findPattern(' \n')).toBe('');
  });
});

test('every text finds itself, with and without its marks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (raw) => {
      const text = raw.normalize('NFC');
      if (text.trim() === '' || text.toLowerCase().length !== text.length) return;
      expect(found(text, text)).not.toBeNull();
    }),
  );
  const letters =
    'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ ';
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...letters), minLength: 1 }), (text) => {
      if (text.trim() !== '') expect(found(fold(text), text.toUpperCase())).not.toBeNull();
    }),
  );
});
