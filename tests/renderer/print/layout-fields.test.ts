import { describe, expect, test } from 'vitest';
import { builtInProfiles } from '#main/paper/profiles.ts';
import { groupFor, layoutRows } from '#renderer/features/print/layout-fields.ts';
import { readNumber, readNumbers, showNumber, showNumbers } from '#renderer/features/print/typed-numbers.ts';
import { isMessageId } from '#shared/i18n/translate.ts';
import { changedPaths, sameValue, valueAt } from '#shared/paper/profile-values.ts';

describe('the form of a layout', () => {
  test('has a field for every value of every guideline, in one group each', () => {
    for (const profile of builtInProfiles) {
      const fields = [...layoutRows(profile)].flatMap(([group, rows]) =>
        rows.flatMap((row) => row.fields.map((field) => ({ group, ...field }))),
      );
      const paths = fields.map(({ path }) => path);
      expect(new Set(paths).size).toBe(paths.length);
      for (const { path, group } of fields) expect(groupFor(path), path).toBe(group);
      const nothing = { ...profile, head: null, titles: null } as unknown as typeof profile;
      const values = changedPaths({ ...profile, id: 'none' }, { ...nothing, id: 'other' });
      expect(values.filter((path) => !paths.includes(path) && valueAt(profile, path) !== null)).toEqual([]);
    }
  });

  test('knows what can be left out, and finds it where it is left out', () => {
    const optional = [...layoutRows(hd36()).values()].flat().filter((row) => row.optional);
    expect(optional.map(({ path }) => path)).toEqual([
      'head.motto',
      'head.star',
      'head.issuingRule',
      'titles.dashes',
      'titles.rule',
    ]);
  });

  test('has a name for every field and every row', () => {
    for (const row of [...layoutRows(hd36()).values()].flat()) {
      if (row.path) expect(isMessageId(`print.part.${row.path}`), row.path).toBe(true);
      for (const { path, name } of row.fields) {
        expect([`print.field.${path}`, `print.field.${name}`].some(isMessageId), path).toBe(true);
      }
    }
  });
});

test('measures are typed with a comma or a point; what is no number stays as typed', () => {
  expect(readNumber(' 12,5 ')).toBe(12.5);
  expect(readNumber('12.5')).toBe(12.5);
  expect(readNumber('12,5,1')).toBe('12,5,1');
  expect(readNumber('')).toBe('');
  expect(showNumber(12.5)).toBe('12,5');
  expect(readNumbers('13; 12,5;')).toEqual([13, 12.5]);
  expect(showNumbers([13, 12.5])).toBe('13; 12,5');
});

test('a mark that is missing says no', () => {
  expect(sameValue(undefined, false)).toBe(true);
  expect(sameValue(null, false)).toBe(true);
  expect(sameValue(0, false)).toBe(false);
  expect(sameValue([13, 12], [13, 12])).toBe(true);
  expect(sameValue('', 'x')).toBe(false);
});

function hd36() {
  const found = builtInProfiles.find(({ id }) => id === 'hd36');
  if (!found) throw new Error('no hd36');
  return found;
}
