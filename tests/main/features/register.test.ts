import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '#shared/contract.ts';
import { type RegisterRow, registerPeriod } from '#shared/features/documents/register.ts';
import { conferenceInput, documentInput, setUpOffice } from '../../support/records.ts';
import {
  createTestApp,
  refusal,
  removeTempFolders,
  type TestApp,
  tempFolder,
} from '../../support/test-app.ts';

let app: TestApp;
let termId: string;
async function freshApp(): Promise<void> {
  await app?.close();
  app = await createTestApp();
  ({ termId } = await setUpOffice(app.call));
}
beforeEach(freshApp);
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

const date = '2021-12-24';
const create = async (changes = {}) => (await app.call.documents.create(documentInput(changes))).id;
const issue = async (changes = {}, on = date) =>
  app.call.documents.issue({ id: await create(changes), date: on });
const enter = (number: number, changes: Partial<Input<'documents.enterFromPaper'>> = {}) =>
  app.call.documents.enterFromPaper({ ...paper, number, ...changes });
const paper: Input<'documents.enterFromPaper'> = {
  issuer: 'committee',
  type: 'NQ',
  date: '2021-03-01',
  number: 1,
  subject: 'về việc trên sổ giấy',
  recipients: ['Lưu Văn phòng Đảng ủy'],
  signerName: 'Đinh Văn Trường',
  copies: 12,
};
const register = (part: Partial<Input<'documents.register'>> = {}) =>
  app.call.documents.register({ termId, ...part });
const shown = (rows: readonly RegisterRow[]) => rows.map(({ kind, code }) => `${kind} ${code}`);

describe('the register of a term', () => {
  test('lists what was issued, entered from paper, voided, and the minutes; drafts stay out', async () => {
    await enter(2);
    const { number } = await issue();
    expect(number).toBe(3);
    const { id } = await app.call.conferences.create(conferenceInput({ endsAt: '2021-12-24T11:00' }));
    await app.call.conferences.close({ id, number: 1 });
    await issue({ type: 'BB' });
    await create();
    const voided = await create({ type: 'KL' });
    await app.call.documents.issue({ id: voided, date });
    await app.call.documents.void({ id: voided, reason: 'nhầm loại' });
    const { rows, counters, years } = await register();
    expect(shown(rows)).toEqual([
      'gap 01-NQ/ĐU',
      'entry 02-NQ/ĐU',
      'entry 03-NQ/ĐU',
      'entry 01-KL/ĐU',
      'entry 01-BB/ĐU',
      'entry 02-BB/ĐU',
    ]);
    expect(rows[1]).toMatchObject({ isFromPaper: true, copies: 12, signerName: 'Đinh Văn Trường' });
    expect(rows[3]).toMatchObject({ voidReason: 'nhầm loại' });
    expect(rows[4]).toMatchObject({
      of: 'minutes',
      id,
      subject: 'Hội nghị Ban Chấp hành Đảng bộ xã lần thứ bảy, khóa XIII',
    });
    expect(counters.map(({ counter }) => counter)).toEqual(['ĐU/NQ', 'ĐU/KL', 'ĐU/BB']);
    expect(years).toEqual(['2021']);
    expect(shown((await register({ year: '2020' })).rows)).toEqual([]);
    expect(shown((await register({ counter: 'ĐU/KL' })).rows)).toEqual(['entry 01-KL/ĐU']);
  });

  test('says what a later document does, until that one is voided', async () => {
    const first = await create();
    await app.call.documents.issue({ id: first, date });
    const relations = [{ kind: 'replaces' as const, documentId: first, part: '' }];
    const second = await create({ relations, effectiveFrom: '2022-02-01' });
    await app.call.documents.issue({ id: second, date: '2022-01-10' });
    const stateOn = async (on: string) =>
      (await app.call.documents.inForce({ on, id: first })).map(({ state }) => state);
    const replaced = { kind: 'replaces', from: '2022-02-01', documentId: second, code: '02-NQ/ĐU' };
    expect((await register()).rows[0]).toMatchObject({ changes: [replaced] });
    expect(await stateOn('2022-01-31')).toEqual(['inForce']);
    expect(await stateOn('2022-02-01')).toEqual(['replaced']);
    expect(await app.call.documents.inForce({ on: '2022-01-31' })).toMatchObject([
      { id: first },
      { id: second, state: 'notYet' },
    ]);
    await app.call.documents.void({ id: second, reason: 'ban hành nhầm' });
    expect((await register()).rows[0]).toMatchObject({ changes: [] });
    expect(await stateOn('2022-02-01')).toEqual(['inForce']);
  });

  test('of a term that there is not is refused', async () => {
    expect((await refusal(register({ termId: await create() }))).code).toBe('NOT_FOUND');
  });

  test('goes out as a spreadsheet where the clerk says, and nowhere when called off', async () => {
    await issue();
    expect(await app.call.documents.exportRegister({ termId })).toBeNull();
    const target = join(tempFolder(), 'sổ.xlsx');
    app.host.saveTarget = target;
    expect(await app.call.documents.exportRegister({ termId })).toEqual({ fileName: 'sổ.xlsx', rows: 1 });
    expect(existsSync(target)).toBe(true);
  });

  test('is told apart by its days from that of another term of the same khóa', async () => {
    await issue();
    expect((await register()).termDays).toBeNull();
    await app.call.organisation.saveTerm({
      id: termId,
      ordinal: 13,
      startsOn: '2020-06-01',
      endsOn: '2021-12-31',
    });
    const congress = { ordinal: 13, startsOn: '2022-01-01', endsOn: null };
    const { id } = await app.call.organisation.saveTerm(congress);
    expect((await register()).termDays).toBe('từ 01/06/2020 đến 31/12/2021');
    expect((await register({ termId: id })).termDays).toBe('từ 01/01/2022');
    expect(registerPeriod(await register({ termId: id }), '2022')).toBe(
      'Nhiệm kỳ khóa XIII từ 01/01/2022 · Năm 2022',
    );
  });

  test('goes out as pages', async () => {
    await enter(2);
    const { pages } = await app.call.print.preview({ source: { kind: 'register', termId } });
    expect(pages).toMatchObject([{ widthMm: 297, heightMm: 210 }]);
  });
});

describe('counters', () => {
  test('give every number once when several documents are issued, entered and undone at the same time', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => create()));
    await Promise.all([
      ...ids.map((id) => app.call.documents.issue({ id, date })),
      ...[20, 20, 21].map((number) => enter(number).catch(() => null)),
      app.call.journal.undo({}).catch(() => null),
    ]);
    const { rows } = await register();
    const numbers = rows.flatMap((row) => (row.kind === 'entry' ? row.number : []));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBeGreaterThanOrEqual(7);
  });

  test('take back an entry from paper, and not over a number that was given since', async () => {
    const { id } = await enter(1);
    await app.call.documents.removeFromPaper({ id });
    const removed = (await app.call.journal.recent({}))[0]?.seq;
    expect((await register()).rows).toEqual([]);
    expect((await issue()).number).toBe(1);
    expect((await refusal(app.call.journal.undo({ seq: removed }))).code).toBe('CONFLICT');
    expect(shown((await register()).rows)).toEqual(['entry 01-NQ/ĐU']);
  });

  test('go on from the store that was restored', async () => {
    await issue();
    await backUp();
    await issue();
    await issue();
    await restore();
    expect(shown((await register()).rows)).toEqual(['entry 01-NQ/ĐU']);
    expect((await issue()).number).toBe(2);
  });
});

async function backUp(): Promise<void> {
  app.host.folder ??= tempFolder();
  await app.call.backup.create({});
}

/** The newest backup. */
async function restore(): Promise<boolean> {
  const { folder } = app.host;
  const newest = folder === null ? undefined : readdirSync(folder).sort().at(-1);
  if (folder === null || !newest) return false;
  app.host.backupFile = join(folder, newest);
  const inspected = await app.call.backup.inspect({});
  if (inspected) await app.call.backup.restore({ token: inspected.token });
  return true;
}

type Step =
  | { kind: 'issue' | 'void' | 'undo' | 'backup' | 'restore' }
  | { kind: 'enter'; number: number }
  | { kind: 'remove' };

const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Step>({ kind: 'issue' }) },
    {
      weight: 3,
      arbitrary: fc.integer({ min: 1, max: 12 }).map((number): Step => ({ kind: 'enter', number })),
    },
    {
      weight: 6,
      arbitrary: fc.constantFrom<Step['kind']>('void', 'undo', 'remove').map((kind) => ({ kind }) as Step),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Step['kind']>('backup', 'restore').map((kind) => ({ kind }) as Step),
    },
  ),
  { minLength: 5, maxLength: 16 },
);

test('whatever is issued, entered, voided, undone and restored: no number twice, none skipped, each in the register once', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      await freshApp();
      for (const step of all) {
        const before = numbersOf((await register()).rows);
        const largest = Math.max(0, ...before);
        switch (step.kind) {
          case 'issue':
            expect((await issue()).number).toBe(largest + 1);
            break;
          case 'enter':
            if (before.includes(step.number))
              expect((await refusal(enter(step.number))).detail.reason).toBe('numberTaken');
            else await enter(step.number);
            break;
          case 'undo': {
            // Not the office itself, which is older than all of this.
            const { undo } = await app.call.journal.steps({});
            if (undo?.command.startsWith('documents.')) await app.call.journal.undo({}).catch(() => null);
            break;
          }
          case 'backup':
            await backUp();
            break;
          case 'restore':
            await restore();
            break;
          default:
            await change(step.kind);
        }
        const { rows } = await register();
        const covered = rows.flatMap((row) =>
          row.kind === 'entry'
            ? [row.number]
            : Array.from({ length: row.to - row.from + 1 }, (_, i) => row.from + i),
        );
        expect(covered).toEqual(covered.map((_, i) => i + 1));
      }
    }),
    { numRuns: 6 },
  );
});

function numbersOf(rows: readonly RegisterRow[]): number[] {
  return rows.flatMap((row) => (row.kind === 'entry' ? row.number : []));
}

/** To the newest entry that it can be done to. */
async function change(kind: 'void' | 'remove'): Promise<void> {
  const { rows } = await register();
  const found = rows.findLast(
    (row) => row.kind === 'entry' && row.voidReason === null && (kind === 'void' || row.isFromPaper),
  );
  if (found?.kind !== 'entry') return;
  if (kind === 'void') await app.call.documents.void({ id: found.id, reason: 'nhầm' });
  else await app.call.documents.removeFromPaper({ id: found.id });
}
