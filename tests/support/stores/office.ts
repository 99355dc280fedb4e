import type { Role } from '#shared/define.ts';
import type { Teller } from './teller.ts';

const since = '2025-07-01';

/** In the order of the paper list: name, role, title. */
const committee = [
  ['Trần Văn Hậu', 'secretary', 'Bí thư Đảng ủy'],
  ['Phạm Quốc Bảo', 'deputy', 'Phó Bí thư Thường trực Đảng ủy'],
  ['Đỗ Thị Mai Lan', 'deputy', 'Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân xã'],
  ['Võ Minh Khang', 'standing', 'Ủy viên Ban Thường vụ, Chủ nhiệm Ủy ban Kiểm tra Đảng ủy'],
  ['Nguyễn Thị Thu Hà', 'member', 'Đảng ủy viên, Chánh Văn phòng Đảng ủy'],
  ['Huỳnh Tấn Phát', 'member', 'Đảng ủy viên'],
  ['Lê Thị Ngọc Diệp', 'member', 'Đảng ủy viên'],
] as const;

/** The first start, and what an office settles before its first conference. */
export async function setUp({ call, ids }: Teller): Promise<void> {
  const { termId } = await call.organisation.setup({
    commune: 'xã Thanh Lộc',
    superior: 'tỉnh Quảng Ngãi',
    placeName: 'Thanh Lộc',
    termOrdinal: 1,
    termStartsOn: since,
  });
  for (const [fullName, role, title] of committee) {
    const { id } = await call.organisation.saveMember({
      termId,
      fullName,
      validFrom: since,
      validTo: null,
      positions: [{ role, title, validFrom: since, validTo: null }],
    });
    ids.member ??= id;
  }
  await call.phrases.save({ abbreviation: 'btv', text: 'Ban Thường vụ Đảng ủy' });
  const presets = await call.conferences.presets({});
  const preset = presets.find(({ kind }) => kind === 'executive_committee');
  if (preset) await call.conferences.savePreset({ ...preset, agenda: [...preset.agenda, 'Công tác cán bộ'] });
  await call.phrases.saveLines({
    basis: ['Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ xã Thanh Lộc'],
    recipient: ['Ban Thường vụ Tỉnh ủy (báo cáo)', 'Lưu Văn phòng Đảng ủy'],
  });
  const layout = (await call.print.profiles({})).findLast(
    ({ profile }) => profile.regime === 'party',
  )?.profile;
  if (layout)
    await call.print.saveProfile({ ...layout, page: { ...layout.page, topMm: layout.page.topMm + 1 } });
}

const pins = '258025';

/** From here on the program asks who is there. */
export async function beginPeople({ call, people, as }: Teller): Promise<void> {
  const name = 'Lê Hoài Nam';
  await call.users.begin({ name, title: 'Phó Chánh Văn phòng', roles: ['admin'], pin: pins });
  people.admin = (await call.users.presence({})).signedIn?.id ?? '';
  const others: [Role, string, string][] = [
    ['clerk', 'Bùi Thị Hạnh', 'Văn thư'],
    ['reviewer', 'Phạm Quốc Bảo', 'Phó Bí thư Thường trực'],
    ['approver', 'Trần Văn Hậu', 'Bí thư'],
  ];
  for (const [role, name, title] of others)
    people[role] = (await call.users.add({ name, title, roles: [role], pin: pins })).id;
  await call.users.setLock({ minutes: 5 });
  as('clerk');
}

/** One step that is taken back, and one that is taken back and done again. */
export async function takeBack({ call }: Teller): Promise<void> {
  await call.phrases.save({ abbreviation: 'ubkt', text: 'Ủy ban Kiểm tra' });
  await call.journal.undo({});
  await call.phrases.save({ abbreviation: 'vpđu', text: 'Văn phòng Đảng ủy' });
  await call.journal.undo({});
  await call.journal.redo({});
}

/** Two indicators over three years, each plan from somebody else. */
export async function planYears({ call, ids }: Teller): Promise<void> {
  const rice = { name: 'Diện tích lúa hai vụ', unit: 'ha', direction: 'up' } as const;
  const { id } = await call.indicators.create({
    ...rice,
    ...{ period: '2024', planSource: 'own', plan: '310', actual: '305.5' },
  });
  await call.indicators.save({
    id,
    ...rice,
    period: '2025',
    planSource: 'assigned',
    plan: '320',
    actual: '324',
  });
  await call.indicators.save({
    id,
    ...rice,
    period: '2026',
    planSource: 'resolution',
    plan: '330',
    actual: null,
  });
  ids.indicator = id;
  await call.indicators.create({
    ...{ name: 'Tỷ lệ hộ nghèo', unit: '%', direction: 'down' },
    ...{ period: '2025', planSource: 'assigned', plan: '4', actual: '3.8' },
  });
}
