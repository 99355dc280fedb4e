import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allMethods } from '#shared/contract.ts';
import { errorCodes } from '#shared/errors.ts';
import { setUpOffice } from '../../support/records.ts';
import { createTestApp, removeTempFolders, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  await setUpOffice(app.call);
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

const answer = (method: string, input: unknown) => app.program.dispatcher.invoke(method, input);

describe('the door', () => {
  test('every method of the contract has its handler', async () => {
    for (const name of allMethods().keys()) {
      const result = await answer(name, 42);
      expect(result).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
    }
  });

  test.each(['nope', 'app', 'app.nope', 'constructor.constructor', '__proto__.x', ''])(
    'refuses the unknown method %j',
    async (name) => {
      expect(await answer(name, {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_METHOD' } });
    },
  );

  test('says which field is wrong, by message id', async () => {
    const result = await answer('organisation.saveTerm', {
      ordinal: 99,
      startsOn: '31/12/2021',
      endsOn: null,
    });
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'VALIDATION',
        detail: {
          issues: [
            { path: 'ordinal', message: 'validation.tooBig' },
            { path: 'startsOn', message: 'validation.date' },
          ],
        },
      },
    });
  });

  test('refuses what is too large before looking at it', async () => {
    expect(await answer('drafts.put', { key: 'a', value: 'x'.repeat(8_000_001) })).toMatchObject({
      error: { code: 'TOO_LARGE' },
    });
  });

  test('brings text into NFC and refuses what SQLite would change', async () => {
    const nfd = 'Đinh Thị Tuyết'.normalize('NFD');
    const { terms } = await app.call.organisation.get({});
    const fields = {
      termId: terms[0]?.id ?? '',
      validFrom: '2020-06-01',
      validTo: null,
      positions: [{ role: 'member', title: 'x', validFrom: '2020-06-01', validTo: null }],
    };
    expect(await answer('organisation.saveMember', { ...fields, fullName: nfd })).toMatchObject({ ok: true });
    const [member] = await app.call.organisation.listMembers({ search: 'tuyet' });
    expect(member?.fullName).toBe('Đinh Thị Tuyết');
    for (const fullName of ['\ud800', 'a\u0000b']) {
      expect(await answer('organisation.saveMember', { ...fields, fullName })).toMatchObject({
        error: { code: 'VALIDATION' },
      });
    }
  });

  test('no input whatever brings an unexpected failure, writes a row or shows SQL or a path', {
    timeout: 60_000,
  }, async () => {
    const before = app.store().raw.prepare('SELECT count(*) FROM change_set').pluck().get();
    // Those that need no input do their work with {}; they are no targets for nonsense.
    const names = [...allMethods()]
      .filter(([, method]) => !method.input.safeParse({}).success)
      .map(([name]) => name);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.anything({ withBigInt: true, withDate: true, withTypedArray: true, withNullPrototype: true }),
        async (name, input) => {
          const result = await answer(name, input);
          if (result.ok) return;
          expect(errorCodes).toContain(result.error.code);
          expect(result.error.code).not.toBe('INTERNAL');
          expect(JSON.stringify(result.error)).not.toMatch(/SELECT|INSERT|sqlite|\/tmp/iu);
        },
      ),
      { numRuns: 3_000 },
    );
    expect(app.store().raw.prepare('SELECT count(*) FROM change_set').pluck().get()).toBe(before);
    expect(app.logged).toEqual([]);
  });

  test('commands that arrive together are done one after the other', async () => {
    const { terms } = await app.call.organisation.get({});
    const termId = terms[0]?.id ?? '';
    const save = (name: string) =>
      app.call.organisation.saveMember({
        termId,
        fullName: name,
        validFrom: '2020-06-01',
        validTo: null,
        positions: [{ role: 'member', title: 'x', validFrom: '2020-06-01', validTo: null }],
      });
    await Promise.all(Array.from({ length: 20 }, (_, index) => save(`Người ${index}`)));
    const members = await app.call.organisation.listMembers({ search: 'nguoi' });
    expect(new Set(members.map((member) => member.listOrder)).size).toBe(20);
    expect((await app.call.journal.verify({})).faults).toEqual([]);
  });
});
