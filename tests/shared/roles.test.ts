import { expect, test } from 'vitest';
import { roleOfTitle } from '#shared/features/organisation/rules.ts';
import { positionRoles } from '#shared/features/organisation/schema.ts';
import { translate } from '#shared/i18n/translate.ts';

test.each([
  ['Bí thư Đảng ủy', 'secretary'],
  ['Bí thư Đảng uỷ, Chủ tịch Hội đồng nhân dân xã', 'secretary'],
  ['bí thư', 'secretary'],
  ['Phó Bí thư Thường trực Đảng ủy', 'deputy'],
  ['Phó Bí thư Đảng ủy, Chủ tịch UBND xã', 'deputy'],
  ['Ủy viên Ban Thường vụ, Chủ nhiệm UBKT Đảng ủy', 'standing'],
  ['Bí thư Đoàn xã', 'member'],
  ['Phó Bí thư Đoàn xã', 'member'],
  ['Bí thư Chi bộ thôn Nước Vương', 'member'],
  ['Đảng ủy viên, Bí thư Đoàn xã', 'member'],
  ['Ủy viên Ban Thường vụ Huyện đoàn', 'member'],
  ['', 'member'],
])('the title "%s" speaks of %s', (title, role) => {
  expect(roleOfTitle(title)).toBe(role);
});

test('the usual title of each office speaks of it', () => {
  for (const role of positionRoles) {
    expect(roleOfTitle(translate('vi', `organisation.title.${role}`))).toBe(role);
  }
});
