import { expect, test } from 'vitest';
import { nameForm, typedIssuers } from '#renderer/features/organisation/issuer-lines.ts';
import { issuerLines } from '#shared/features/organisation/issuers.ts';
import { namesFromSetup } from '#shared/features/organisation/rules.ts';

const name = namesFromSetup({
  commune: 'xã Sơn Liên',
  superior: 'huyện Sơn Tây',
  placeName: 'Sơn Liên',
  termOrdinal: 13,
  termStartsOn: '2020-06-01',
});
const typedAs = (changes: object) => ({ ...name, issuers: { ...typedIssuers({}), ...changes } });
const office = typedIssuers({}).office;

test('only lines that were typed are stored; the others go on following the names', () => {
  const saved = nameForm.parse(
    typedAs({ office: { ...office, symbol: ' VP ', issuingLine: 'VĂN PHÒNG\nĐẢNG ỦY' } }),
  );
  expect(saved.issuers).toEqual({ office: { symbol: 'VP', issuingLine: 'VĂN PHÒNG\nĐẢNG ỦY' } });
  const renamed = { ...saved, id: '', issuingLine: 'ĐẢNG ỦY XÃ KHÁC' };
  expect(issuerLines(renamed, 'office')).toMatchObject({
    parentLine: 'ĐẢNG ỦY XÃ KHÁC',
    symbol: 'VP',
    signerTitle: 'CHÁNH VĂN PHÒNG',
  });
});

test('a dash prints no line, except where there has to be one', () => {
  const saved = nameForm.parse(typedAs({ office: { ...office, parentLine: '-', signerTitle: ' - ' } }));
  expect(saved.issuers).toEqual({ office: { parentLine: '', signerTitle: '' } });
  expect(issuerLines({ ...saved, id: '' }, 'office').parentLine).toBe('');
  expect(typedIssuers(saved.issuers).office).toEqual({ ...office, parentLine: '-', signerTitle: '-' });
  expect(nameForm.parse(typedAs({ office: { ...office, symbol: '-' } })).issuers).toEqual({
    office: { symbol: '-' },
  });
});

test('a line that is too long is refused at its place', () => {
  const refused = nameForm.safeParse(typedAs({ office: { ...office, symbol: 'V'.repeat(21) } }));
  expect(refused.error?.issues.map(({ path }) => path.join('.'))).toEqual(['issuers.office.symbol']);
});

test('what was typed before there were such lines can still be saved', () => {
  expect(nameForm.parse({ ...name, issuers: {} }).issuers).toEqual({});
});
