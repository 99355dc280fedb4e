import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { storeFileName } from '#main/db/store-files.ts';
import type { Role } from '#shared/define.ts';
import { setUpOffice } from '../../support/records.ts';
import {
  createTestApp,
  fixedSources,
  refusal,
  removeTempFolders,
  type TestApp,
  tempFolder,
} from '../../support/test-app.ts';

const sonLien = 'Đảng ủy xã Sơn Liên';
const people = { admin: '', clerk: '' };
const backups = {
  withoutUsers: '',
  clerkWasAdmin: '',
  pinOfBefore: '',
  codeOfBefore: '',
  now: '',
  other: '',
};
let home = '';
let app: TestApp;

async function backUp({ call, host }: TestApp): Promise<string> {
  host.folder = home;
  const made = await call.backup.create({});
  return join(home, made?.fileName ?? '');
}

const office = tempFolder();

/** One office that has grown, with a backup of each step; and another one. */
beforeAll(async () => {
  home = tempFolder();
  app = await createTestApp({ folder: office });
  const { call } = app;
  await setUpOffice(call);
  backups.withoutUsers = await backUp(app);
  await call.users.begin({ name: 'Đinh Thị Tuyết', title: '', roles: ['admin'], pin: '2580' });
  people.admin = (await call.users.presence({})).signedIn?.id ?? '';
  const clerk = { name: 'Nguyễn Văn An', title: '' };
  people.clerk = (await call.users.add({ ...clerk, roles: ['clerk', 'admin'], pin: '7391' })).id;
  backups.clerkWasAdmin = await backUp(app);
  await call.users.save({ ...clerk, id: people.clerk, roles: ['clerk'], isActive: true });
  backups.pinOfBefore = await backUp(app);
  await app.close();
  app = await createTestApp({ folder: office, sources: fixedSources('2021-12-25T00:30:00.000Z') });
  app.program.services.presence.signIn(people.admin);
  await app.call.users.resetPin({ id: people.admin, pin: '8642' });
  backups.codeOfBefore = await backUp(app);
  await app.call.users.newRecoveryCode({});
  backups.now = await backUp(app);
  const other = await createTestApp();
  await setUpOffice(other.call);
  await other.call.phrases.save({ abbreviation: 'du', text: 'Đảng ủy' });
  backups.other = await backUp(other);
  await other.close();
});

afterAll(async () => {
  await app.close();
  removeTempFolders();
});

const as = (person: keyof typeof people) => app.program.services.presence.signIn(people[person]);

async function restore(name: keyof typeof backups, otherOffice?: string) {
  app.host.backupFile = backups[name];
  const inspected = await app.call.backup.inspect({});
  const token = inspected?.token ?? '';
  const restored = app.call.backup.restore({ token, ...(otherOffice !== undefined && { otherOffice }) });
  return { inspected, restored };
}

const forAdministrator = { code: 'FORBIDDEN', detail: { reason: 'restoreForAdministrator' } };

test.each(['withoutUsers', 'clerkWasAdmin', 'pinOfBefore', 'codeOfBefore', 'other'] as const)(
  'the clerk gains nothing by the backup %s, and the store stays',
  async (name) => {
    as('clerk');
    const { id } = app.store();
    const { inspected, restored } = await restore(name, sonLien);
    expect(inspected).toMatchObject({ mayRestore: false, isOfAnother: name === 'other' });
    expect(await refusal(restored)).toEqual(forAdministrator);
    expect(app.store().id).toBe(id);
    expect(await rolesOfNow()).toEqual(['clerk']);
    expect(await app.call.backup.leftovers({})).toEqual([]);
  },
);

async function rolesOfNow(): Promise<readonly Role[] | undefined> {
  return (await app.call.users.presence({})).signedIn?.roles;
}

test('the clerk restores what gives nobody more than now', async () => {
  as('clerk');
  const { inspected, restored } = await restore('now');
  expect(inspected).toMatchObject({ mayRestore: true, isOfAnother: false });
  expect((await restored).manifest.officeName).toBe(sonLien);
  expect(await rolesOfNow()).toEqual(['clerk']);
});

test('a store that cannot be opened is restored by whoever is there, and one that can be again is not', async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, storeFileName), 'ruined');
  const broken = await createTestApp({ folder });
  broken.host.backupFile = backups.withoutUsers;
  const inspected = await broken.call.backup.inspect({});
  expect(inspected).toMatchObject({ mayRestore: true, isOfAnother: false, officeHere: '' });
  // What held it is gone in between.
  broken.host.backupFile = backups.now;
  const sound = await broken.call.backup.inspect({});
  await broken.call.backup.restore({ token: sound?.token ?? '' });
  await broken.program.services.session.close();
  expect(await refusal(broken.call.backup.restore({ token: inspected?.token ?? '' }))).toEqual(
    forAdministrator,
  );
  await broken.close();
});

test('the administrator agrees to another office by its name', async () => {
  as('admin');
  const { inspected, restored } = await restore('other');
  expect(inspected).toMatchObject({ mayRestore: true, isOfAnother: true, officeHere: sonLien });
  const told = { code: 'RULE', detail: { reason: 'backupOfAnother', params: { office: sonLien } } };
  expect(await refusal(restored)).toEqual(told);
  const { restored: agreed } = await restore('other', sonLien);
  await agreed;
  expect(await app.call.phrases.list({})).toHaveLength(1);
});

test('nothing has to be agreed to where there are no records yet', async () => {
  const fresh = await createTestApp();
  fresh.host.backupFile = backups.now;
  const inspected = await fresh.call.backup.inspect({});
  expect(inspected).toMatchObject({ mayRestore: true, isOfAnother: false });
  await fresh.call.backup.restore({ token: inspected?.token ?? '' });
  await fresh.close();
});

test('that the store is lost is no reason to take another office for it unasked', async () => {
  const lost = await createTestApp();
  await setUpOffice(lost.call);
  await lost.close();
  rmSync(join(lost.folder, storeFileName));
  const next = await createTestApp({ folder: lost.folder });
  next.host.backupFile = backups.now;
  const inspected = await next.call.backup.inspect({});
  expect(inspected).toMatchObject({ mayRestore: true, isOfAnother: true });
  const token = inspected?.token ?? '';
  expect((await refusal(next.call.backup.restore({ token }))).detail.reason).toBe('backupOfAnother');
  await next.call.backup.restore({ token, otherOffice: sonLien });
  await next.close();
});

afterEach(() => expect(app.logged).toEqual([]));
