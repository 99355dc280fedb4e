import { v7 as uuidv7 } from 'uuid';
import { afterEach, describe, expect, test } from 'vitest';
import { allMethods } from '#shared/contract.ts';
import { everyRole, type Role } from '#shared/define.ts';
import { setUpOffice } from '../../support/records.ts';
import { copiesOf, createTestApp, refusal, removeTempFolders, type TestApp } from '../../support/test-app.ts';

let now = '2026-03-02T01:00:00.000Z';
let app: TestApp;

const sources = { now: () => now, today: () => now.slice(0, 10), newId: uuidv7 };

async function start(folder?: string): Promise<void> {
  app = await createTestApp({ sources, ...(folder && { folder }) });
}

type Begun = { admin: string; recoveryCode: string };

async function begin({ call }: TestApp): Promise<Begun> {
  await setUpOffice(call);
  const { recoveryCode } = await call.users.begin({
    name: 'Đinh Thị Tuyết',
    title: 'Chánh Văn phòng',
    roles: ['clerk', 'admin'],
    pin: '2580',
  });
  const { signedIn } = await call.users.presence({});
  return { admin: signedIn?.id ?? '', recoveryCode };
}

const begun: Begun = { admin: '', recoveryCode: '' };
const openOffice = copiesOf(async (made) => Object.assign(begun, await begin(made)), sources);

/** An office whose administrator sits at the PC. */
async function withAdministrator(): Promise<Begun> {
  now = '2026-03-02T01:00:00.000Z';
  app = await openOffice();
  app.program.services.presence.signIn(begun.admin);
  return begun;
}

const add = (name: string, roles: Role[], pin = '7391') =>
  app.call.users.add({ name, title: '', roles, pin });
const comeIn = (id: string, pin = '7391') => app.call.users.signIn({ id, pin });
const pass = (seconds: number) => {
  now = new Date(Date.parse(now) + seconds * 1_000).toISOString();
};

afterEach(async () => {
  await app.close();
  removeTempFolders();
});

describe('who is at the PC', () => {
  test('without users whoever sits there has every right', async () => {
    await start();
    await setUpOffice(app.call);
    expect(await app.call.users.presence({})).toMatchObject({ people: [], signedIn: null, refused: [] });
  });

  test('the first administrator is here at once; after a start nobody is, and nothing but coming in is answered', async () => {
    await start();
    const { admin } = await begin(app);
    expect((await app.call.users.list({})).map(({ id }) => id)).toEqual([admin]);
    await app.close();
    await start(app.folder);
    expect(await refusal(app.call.documents.list({}))).toMatchObject({ code: 'LOCKED' });
    expect(await app.call.app.status({})).toMatchObject({ isSetUp: true });
    expect(await comeIn(admin, '2580')).toEqual({ state: 'in' });
    expect(await app.call.documents.list({})).toEqual([]);
    await app.call.users.lock({});
    expect(await refusal(app.call.documents.list({}))).toMatchObject({ code: 'LOCKED' });
  });

  test('who did what stands in the journal by name, and no PIN does', async () => {
    await withAdministrator();
    const { id } = await add('Nguyễn Văn An', ['clerk']);
    await comeIn(id);
    await app.call.phrases.save({ abbreviation: 'hn', text: 'hội nghị' });
    const [newest] = await app.call.journal.recent({});
    expect(newest).toMatchObject({ command: 'phrases.save', actor: id, actorName: 'Nguyễn Văn An' });
    const images = app.store().raw.prepare('SELECT group_concat(after) FROM change_row').pluck().get();
    expect(images).not.toMatch(/hash|7391/u);
    expect((await app.call.journal.verify({})).faults).toEqual([]);
  });

  test('a role that is taken away ends with the next call', async () => {
    const { admin } = await withAdministrator();
    const { id } = await add('Nguyễn Văn An', ['clerk', 'admin']);
    await comeIn(id);
    await app.call.users.save({ id: admin, name: 'Đinh Thị Tuyết', title: '', roles: ['reviewer'] });
    await comeIn(admin, '2580');
    const phrase = { abbreviation: 'hn', text: 'hội nghị' };
    expect(await refusal(app.call.phrases.save(phrase))).toMatchObject({ code: 'FORBIDDEN' });
    await comeIn(id);
    await app.call.users.save({
      id: admin,
      name: 'Đinh Thị Tuyết',
      title: '',
      roles: ['clerk'],
      isActive: false,
    });
    expect(await comeIn(admin, '2580')).toEqual({ state: 'closed' });
  });

  test('the last administrator stays, by an edit and by undoing one', async () => {
    const { admin } = await withAdministrator();
    const only = { name: 'Đinh Thị Tuyết', title: '', isActive: true };
    expect(await refusal(app.call.users.save({ ...only, id: admin, roles: ['clerk'] }))).toMatchObject({
      code: 'RULE',
      detail: { reason: 'lastAdministrator' },
    });
    const { id } = await add('Nguyễn Văn An', ['clerk']);
    await app.call.users.save({ id, name: 'Nguyễn Văn An', title: '', roles: ['admin'] });
    const seq = (await app.call.journal.recent({}))[0]?.seq ?? 0;
    await app.call.users.save({ ...only, id: admin, roles: ['clerk'] });
    await comeIn(id);
    expect(await refusal(app.call.journal.undo({ seq }))).toMatchObject({
      detail: { reason: 'lastAdministrator' },
    });
  });

  test('each takes back only what is their own, and nothing they have no right to', async () => {
    const { admin } = await withAdministrator();
    const { id: clerk } = await add('Nguyễn Văn An', ['clerk']);
    const { id: reviewer } = await add('Phạm Thị Bình', ['reviewer']);
    await app.call.phrases.save({ abbreviation: 'hn', text: 'hội nghị' });
    const seq = (await app.call.journal.recent({}))[0]?.seq ?? 0;
    await comeIn(clerk);
    expect((await app.call.journal.steps({})).undo).toBeNull();
    await app.call.phrases.save({ abbreviation: 'nq', text: 'nghị quyết' });
    expect((await app.call.journal.steps({})).undo).toMatchObject({ command: 'phrases.save' });
    await comeIn(reviewer);
    expect(await refusal(app.call.journal.undo({ seq }))).toMatchObject({ code: 'FORBIDDEN' });
    await comeIn(admin, '2580');
    expect(await app.call.journal.undo({})).toMatchObject({ seq });
  });
});

describe('a PIN', () => {
  test.each(['1111', '1234', '654321', '123', '1234567', '12a4'])('is not %s', async (pin) => {
    await withAdministrator();
    expect(await refusal(add('Nguyễn Văn An', ['clerk'], pin))).toMatchObject({ code: 'VALIDATION' });
  });

  test('tried by guessing has to wait longer each time, also after a restart', async () => {
    const { admin } = await withAdministrator();
    await app.call.users.lock({});
    const waits: number[] = [];
    for (let guess = 0; guess < 12; guess += 1) {
      const answer = await comeIn(admin, '0000');
      const seconds = answer.state === 'wrong' ? answer.waitSeconds : -1;
      waits.push(seconds);
      if (seconds > 1) {
        pass(seconds - 1);
        expect(await comeIn(admin, '2580')).toEqual({ state: 'wait', waitSeconds: 1 });
        if (guess === 5) {
          await app.close();
          await start(app.folder);
          expect(await comeIn(admin, '2580')).toEqual({ state: 'wait', waitSeconds: 1 });
        }
        pass(1);
      }
    }
    expect(waits).toEqual([0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
    expect(await comeIn(admin, '2580')).toEqual({ state: 'in' });
    expect(await comeIn(admin, '0000')).toEqual({ state: 'wrong', waitSeconds: 0 });
  });

  test('guessed a thousand times without waiting is looked at three times', async () => {
    const { admin } = await withAdministrator();
    const tries = [];
    for (let guess = 0; guess < 1_000; guess += 1)
      tries.push((await comeIn(admin, String(1000 + guess))).state);
    expect(tries.filter((state) => state === 'wrong')).toHaveLength(3);
    expect(tries.filter((state) => state === 'wait')).toHaveLength(997);
  });

  test('waits at most 15 minutes when the clock was put back', async () => {
    const { admin } = await withAdministrator();
    for (let guess = 0; guess < 3; guess += 1) await comeIn(admin, '0000');
    pass(-86_400);
    expect(await comeIn(admin, '2580')).toEqual({ state: 'wait', waitSeconds: 900 });
  });

  test('is changed with the present one, set anew by the administrator, and by nobody else', async () => {
    const { admin } = await withAdministrator();
    const { id } = await add('Nguyễn Văn An', ['clerk']);
    await comeIn(id);
    expect(await app.call.users.changePin({ current: '9999', pin: '4826' })).toMatchObject({
      state: 'wrong',
    });
    expect(await app.call.users.changePin({ current: '7391', pin: '4826' })).toEqual({ state: 'in' });
    expect(await refusal(app.call.users.resetPin({ id: admin, pin: '4826' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    await comeIn(admin, '2580');
    await app.call.users.resetPin({ id, pin: '3917' });
    expect(await comeIn(id, '4826')).toMatchObject({ state: 'wrong' });
    expect(await comeIn(id, '3917')).toEqual({ state: 'in' });
  });

  test('that the administrator forgot is set anew by the code of the safe, once', async () => {
    const { admin, recoveryCode } = await withAdministrator();
    const { id } = await add('Nguyễn Văn An', ['clerk']);
    await app.call.users.lock({});
    expect(await refusal(app.call.users.recover({ code: recoveryCode, id, pin: '4826' }))).toMatchObject({
      detail: { reason: 'recoveryIsForAdministrators' },
    });
    expect(await app.call.users.recover({ code: 'AAAA-BBBB', id: admin, pin: '4826' })).toEqual({
      attempt: { state: 'wrong', waitSeconds: 0 },
      recoveryCode: null,
    });
    pass(60);
    const typed = ` ${recoveryCode.toLowerCase().replaceAll('-', ' ')}`;
    const answer = await app.call.users.recover({ code: typed, id: admin, pin: '4826' });
    expect(answer.attempt).toEqual({ state: 'in' });
    expect(answer.recoveryCode).not.toBe(recoveryCode);
    expect((await app.call.journal.recent({}))[0]).toMatchObject({
      command: 'users.recover',
      actor: 'nobody',
    });
    expect((await app.call.users.presence({})).signedIn?.id).toBe(admin);
    expect(await app.call.users.recover({ code: recoveryCode, id: admin, pin: '7052' })).toMatchObject({
      attempt: { state: 'wrong' },
    });
    expect(await comeIn(admin, '4826')).toEqual({ state: 'in' });
  });
});

describe('drafts', () => {
  test('belong to who types; others see whose they are, and a save of another is told', async () => {
    const { admin } = await withAdministrator();
    const { id } = await add('Nguyễn Văn An', ['clerk']);
    const { id: phraseId } = await app.call.phrases.save({ abbreviation: 'hn', text: 'hội nghị' });
    const key = `phrases:${phraseId}`;
    await app.call.drafts.put({ key, value: 'của chị Tuyết' });
    pass(60);
    await comeIn(id);
    expect(await app.call.drafts.get({ key })).toBeNull();
    expect(await app.call.drafts.list({})).toEqual([]);
    expect(await app.call.drafts.others({ key })).toMatchObject([{ name: 'Đinh Thị Tuyết' }]);
    await app.call.drafts.put({ key, value: 'của anh An' });
    await app.call.phrases.save({ id: phraseId, abbreviation: 'hn', text: 'Hội nghị' });
    await app.call.drafts.discard({ key });
    await comeIn(admin, '2580');
    expect(await app.call.drafts.get({ key })).toMatchObject({
      value: 'của chị Tuyết',
      savedSince: { at: now, name: 'Nguyễn Văn An' },
    });
  });

  test('begun before there were users go on with the first one', async () => {
    await start();
    await setUpOffice(app.call);
    await app.call.drafts.put({ key: 'documents:new', value: 'đang viết' });
    await app.call.users.begin({ name: 'A', title: '', roles: ['admin'], pin: '2580' });
    expect(await app.call.drafts.get({ key: 'documents:new' })).toMatchObject({ value: 'đang viết' });
  });
});

describe('every method', () => {
  test('is open to the roles that the list says', async () => {
    const lines = [...allMethods()].map(([name, { allow, kind, beforeSignIn }]) => {
      const who = beforeSignIn ? 'anybody, also at the lock' : allow.join(', ');
      return `${name} (${kind}): ${who}`;
    });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('permissions.txt');
    await start();
  });

  test('answers each role as declared', async () => {
    await withAdministrator();
    const ids = new Map<Role, string>();
    for (const role of everyRole) ids.set(role, (await add(role, [role])).id);
    for (const [role, id] of ids) {
      for (const [name, { allow, beforeSignIn }] of allMethods()) {
        if (beforeSignIn) continue;
        app.program.services.presence.signIn(id);
        const result = await app.program.dispatcher.invoke(name, 42);
        const code = result.ok ? 'OK' : result.error.code;
        expect([role, name, code]).toEqual([role, name, allow.includes(role) ? 'VALIDATION' : 'FORBIDDEN']);
      }
    }
  });
});
