import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { storeFileName } from '#main/db/store-files.ts';
import type { AttachmentRole } from '#shared/features/attachments/schema.ts';
import { errorText } from '#shared/i18n/translate.ts';
import { contents, writeTempFile } from '../../support/files.ts';
import { conferenceInput, documentInput, setUpOffice } from '../../support/records.ts';
import {
  createTestApp,
  refusal,
  removeTempFolders,
  type TestApp,
  tempFolder,
} from '../../support/test-app.ts';

let app: TestApp;
let documentId: string;
beforeEach(async () => {
  await app?.close();
  app = await createTestApp();
  await setUpOffice(app.call);
  documentId = (await app.call.documents.create(documentInput())).id;
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

const owner = () => ({ ownerKind: 'document' as const, ownerId: documentId });
const listed = () => app.call.attachments.list(owner());
const names = async () => (await listed()).map(({ name }) => name);

async function choose(...files: string[]): Promise<string[]> {
  app.host.files = files;
  return (await app.call.attachments.choose({})).map(({ token }) => token);
}

async function attach(files: string[], role: AttachmentRole = 'scan'): Promise<string[]> {
  return (await app.call.attachments.attach({ ...owner(), role, tokens: await choose(...files) })).ids;
}

const attachOne = async (name: string, bytes: Buffer) =>
  (await attach([writeTempFile(name, bytes)]))[0] ?? '';

const count = (table: string) =>
  app.store().raw.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;

const faults = async () => (await app.call.journal.verify({})).faults;

describe('attaching', () => {
  test('keeps the bytes, says what they are, and shows them in their order', async () => {
    const scan = contents.pdf();
    await attach([writeTempFile('Nghị quyết ký.pdf', scan), writeTempFile('ảnh.JPG', contents.jpeg())]);
    expect(await listed()).toEqual([
      {
        id: expect.any(String),
        ...owner(),
        role: 'scan',
        name: 'Nghị quyết ký.pdf',
        mediaType: 'application/pdf',
        size: scan.length,
        sha256: createHash('sha256').update(scan).digest('hex'),
        addedAt: '2021-12-24T00:30:00.000Z',
      },
      expect.objectContaining({ name: 'ảnh.JPG', mediaType: 'image/jpeg' }),
    ]);
    expect(await app.call.attachments.list({ ownerKind: 'conference', ownerId: documentId })).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  test('is one step, undone and done again also after a restart; the bytes stay', async () => {
    await attach([writeTempFile('a.pdf', contents.pdf('a')), writeTempFile('b.pdf', contents.pdf('b'))]);
    const before = await listed();
    await app.call.journal.undo({});
    expect(await listed()).toEqual([]);
    expect(count('attachment_content')).toBe(2);
    await app.close();
    app = await createTestApp({ folder: app.folder });
    await app.call.journal.redo({});
    expect(await listed()).toEqual(before);
    expect(await faults()).toEqual([]);
  });

  test('the same content twice keeps it once, and needs the file only the first time', async () => {
    const file = writeTempFile('a.pdf', contents.pdf());
    const { id } = await app.call.conferences.create(conferenceInput());
    await attach([file]);
    const tokens = await choose(file);
    writeFileSync(file, 'gone');
    await app.call.attachments.attach({ ownerKind: 'conference', ownerId: id, role: 'paper', tokens });
    expect([count('attachment'), count('attachment_content')]).toEqual([2, 1]);
  });

  test('that was called off chooses nothing', async () => {
    app.host.files = null;
    expect(await app.call.attachments.choose({})).toEqual([]);
  });

  test.each([
    ['a.pdf', contents.pdf(), 'application/pdf'],
    ['mot.ten.khac', contents.pdf(), 'application/pdf'],
    ['a.pdf', contents.png(), 'image/png'],
    ['a.docx', contents.zip(), expect.stringContaining('wordprocessingml')],
    ['a.xlsx', contents.zip(), expect.stringContaining('spreadsheetml')],
    ['a.zip', contents.zip(), 'application/zip'],
    ['a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'application/msword'],
    ['ý kiến.txt', Buffer.from('Nhất trí.\r\n'), 'text/plain'],
    ['MZ.txt', Buffer.from('MZ là hai chữ đầu.'), 'text/plain'],
    ['a.html', Buffer.from('<script>alert(1)</script>'), 'text/plain'],
    ['a.p7m', Buffer.from('3082000100', 'hex'), 'application/octet-stream'],
  ])('%s is told by its content', async (name, bytes, mediaType) => {
    await attachOne(name, bytes);
    expect(await listed()).toEqual([expect.objectContaining({ name, mediaType })]);
  });

  test('tells how far reading is, and can be stopped', async () => {
    app.host.files = [writeTempFile('a.bin', Buffer.alloc(3_000_000, 1))];
    await app.call.attachments.choose({});
    const progress = app.events.flatMap((event) => (event.kind === 'progress' ? [event.progress] : []));
    expect(progress.at(-1)).toMatchObject({ stage: 'readFile', done: 3_000_000, total: 3_000_000 });
    const stopped = app.program.dispatcher.invoke('attachments.choose', {}, 'job-1');
    queueMicrotask(() => app.program.dispatcher.cancel('job-1'));
    expect(await stopped).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
  });
});

describe('refused, with the file named and nothing attached', () => {
  const big = () => {
    const file = writeTempFile('to.pdf', contents.pdf());
    truncateSync(file, 50 * 1_048_576 + 1);
    return file;
  };
  const folder = () => {
    const path = join(tempFolder(), 'thư mục.pdf');
    mkdirSync(path);
    return path;
  };
  test.each<[string, () => string, string, string]>([
    ['an empty one', () => writeTempFile('trống.pdf', Buffer.alloc(0)), 'RULE.attachmentEmpty', 'trống.pdf'],
    ['one over 50 MB', big, 'RULE.attachmentTooLarge', 'to.pdf'],
    ['one that is gone', () => join(tempFolder(), 'mất.pdf'), 'FILE_UNREADABLE.attachment', 'mất.pdf'],
    ['a folder', folder, 'FILE_UNREADABLE.attachment', 'thư mục.pdf'],
    ['a program by name', () => writeTempFile('a.bat', contents.pdf()), 'RULE.attachmentRuns', 'a.bat'],
    [
      'a program by content',
      () => writeTempFile('thư.pdf', Buffer.from('4d5a90000300', 'hex')),
      'RULE.attachmentRuns',
      'thư.pdf',
    ],
    [
      'a shortcut by content',
      () => writeTempFile('a.doc', Buffer.from('4c0000000114020000000000c000000000000046', 'hex')),
      'RULE.attachmentRuns',
      'a.doc',
    ],
    ['a script', () => writeTempFile('a.txt', Buffer.from('#!/bin/sh\n')), 'RULE.attachmentRuns', 'a.txt'],
  ])('%s', async (_, make, reason, name) => {
    app.host.files = [writeTempFile('tốt.pdf', contents.pdf()), make()];
    const error = await refusal(app.call.attachments.choose({}));
    expect(`${error.code}.${error.detail.reason}`).toBe(reason);
    expect(errorText('vi', error)).toContain(`“${name}”`);
    expect(errorText('vi', error)).toMatch(/Chưa đính kèm tệp nào\.$/u);
    expect(JSON.stringify(error)).not.toContain(dirname(app.host.files[0] ?? ''));
  });

  test('one that is another by now, and then none of its step stays', async () => {
    const good = writeTempFile('a.pdf', contents.pdf('a'));
    for (const change of [
      (file: string) => appendFileSync(file, 'x'),
      (file: string) => writeFileSync(file, contents.pdf('c')),
    ]) {
      const bad = writeTempFile('b.pdf', contents.pdf('b'));
      const tokens = await choose(good, bad);
      change(bad);
      const error = await refusal(app.call.attachments.attach({ ...owner(), role: 'scan', tokens }));
      expect(error).toEqual({
        code: 'RULE',
        detail: { reason: 'attachmentChanged', params: { name: 'b.pdf' } },
      });
      expect([count('attachment'), count('attachment_content')]).toEqual([0, 0]);
    }
  });

  test('too many at once, a token nobody was given, an owner that is not there', async () => {
    app.host.files = Array.from({ length: 51 }, (_, index) => `${index}.pdf`);
    expect((await refusal(app.call.attachments.choose({}))).detail.reason).toBe('attachmentsTooMany');
    const strange = { ...owner(), role: 'scan' as const, tokens: [documentId] };
    expect(await refusal(app.call.attachments.attach(strange))).toMatchObject({
      code: 'NOT_FOUND',
      detail: { reason: 'chosenFile' },
    });
    const tokens = await choose(writeTempFile('a.pdf', contents.pdf()));
    const lost = { ownerKind: 'conference' as const, ownerId: documentId, role: 'scan' as const, tokens };
    expect((await refusal(app.call.attachments.attach(lost))).code).toBe('NOT_FOUND');
  });
});

describe('an attachment that is there', () => {
  test('is renamed, given another role, put elsewhere in the order, removed, and each is undone', async () => {
    const files = ['a', 'b', 'c'].map((mark) => writeTempFile(`${mark}.pdf`, contents.pdf(mark)));
    const [a = '', b = '', c = ''] = await attach(files);
    const before = await listed();
    expect(await app.call.attachments.rename({ id: a, name: 'Biên bản/ký' })).toEqual({
      name: 'Biên bản-ký.pdf',
    });
    await app.call.attachments.setRole({ id: b, role: 'photo' });
    await app.call.attachments.order({ ...owner(), ids: [c, a] });
    await app.call.attachments.remove({ id: b });
    expect(await names()).toEqual(['c.pdf', 'Biên bản-ký.pdf']);
    for (let step = 0; step < 4; step += 1) await app.call.journal.undo({});
    expect(await listed()).toEqual(before);
    expect(await faults()).toEqual([]);
  });

  test('keeps its order only with its own, and none becomes a program by its name', async () => {
    const id = await attachOne('không đuôi', contents.pdf());
    const twice = { ...owner(), ids: [id, id] };
    expect((await refusal(app.call.attachments.order(twice))).code).toBe('CONFLICT');
    const other = { ...owner(), ids: [documentId] };
    expect((await refusal(app.call.attachments.order(other))).code).toBe('CONFLICT');
    expect((await refusal(app.call.attachments.rename({ id, name: 'x.exe' }))).detail.reason).toBe(
      'attachmentRuns',
    );
    for (const gone of [
      app.call.attachments.remove({ id: documentId }),
      app.call.attachments.setRole({ id: documentId, role: 'scan' }),
      app.call.attachments.rename({ id: documentId, name: 'x' }),
      app.call.attachments.open({ id: documentId }),
      app.call.attachments.saveAs({ id: documentId }),
    ])
      expect((await refusal(gone)).code).toBe('NOT_FOUND');
  });

  test('stands in the history of its owner', async () => {
    await attachOne('a.pdf', contents.pdf());
    const history = await app.call.journal.history({ id: documentId });
    expect(history.map(({ command }) => command)).toEqual(['documents.create', 'attachments.attach']);
    expect(history[1]?.rows).toMatchObject([{ table: 'attachment' }]);
  });

  test('goes and comes back with its owner, and never stays without it', async () => {
    await attachOne('a.pdf', contents.pdf());
    const before = await listed();
    await app.call.documents.remove({ id: documentId });
    expect(count('attachment')).toBe(0);
    await app.call.journal.undo({});
    expect(await listed()).toEqual(before);
    const created = (await app.call.journal.recent({})).find(({ command }) => command === 'documents.create');
    expect(await refusal(app.call.journal.undo({ seq: created?.seq ?? 0 }))).toEqual({
      code: 'CONFLICT',
      detail: { reason: 'laterInTheWay' },
    });
    const { id } = await app.call.conferences.create(conferenceInput());
    const tokens = await choose(writeTempFile('b.pdf', contents.pdf('b')));
    await app.call.attachments.attach({ ownerKind: 'conference', ownerId: id, role: 'paper', tokens });
    await app.call.conferences.remove({ id });
    expect(count('attachment')).toBe(1);
    expect(await faults()).toEqual([]);
  });
});

describe('taking it out again', () => {
  test('saves the same bytes under the name that was chosen', async () => {
    const bytes = contents.pdf('một bản scan');
    const id = await attachOne('a.pdf', bytes);
    const folder = tempFolder();
    app.host.saveTarget = join(folder, 'Bản ký.pdf');
    writeFileSync(app.host.saveTarget, 'bản cũ, đã được hỏi');
    expect(await app.call.attachments.saveAs({ id })).toEqual({ fileName: 'Bản ký.pdf' });
    expect(readFileSync(app.host.saveTarget)).toEqual(bytes);
    expect(readdirSync(folder)).toEqual(['Bản ký.pdf']);
    app.host.saveTarget = null;
    expect(await app.call.attachments.saveAs({ id })).toBeNull();
    app.host.saveTarget = join(folder, 'không có', 'a.pdf');
    expect((await refusal(app.call.attachments.saveAs({ id }))).code).toBe('FILE_UNWRITABLE');
  });

  test('opens a PDF or an image as a read-only copy that is gone when the program closes', async () => {
    const bytes = contents.png();
    // Named as something else: the copy has the extension of what it is.
    const id = await attachOne('ảnh.html', bytes);
    let opened = '';
    app.host.openFile = async (path) => {
      opened = path;
      expect(readFileSync(path)).toEqual(bytes);
    };
    await app.call.attachments.open({ id });
    expect(basename(opened)).toBe('ảnh.png');
    expect(statSync(opened).mode & 0o222).toBe(0);
    await app.close();
    expect(() => statSync(dirname(opened))).toThrow();
    app = await createTestApp();
  });

  test('opens nothing else', async () => {
    const id = await attachOne('a.docx', contents.zip());
    app.host.openFile = async () => expect.fail('was opened');
    expect(await refusal(app.call.attachments.open({ id }))).toEqual({
      code: 'RULE',
      detail: { reason: 'attachmentNotViewed', params: { name: 'a.docx' } },
    });
  });

  test('hostile names never leave the folder and never change the bytes', async () => {
    const folder = tempFolder();
    const [inside, outside] = [join(folder, 'đích'), join(folder, 'ngoài')];
    for (const path of [inside, outside]) mkdirSync(path);
    const id = await attachOne('a.pdf', contents.pdf());
    const part = fc.constantFrom(
      '../',
      '..\\',
      'a:b',
      'CON',
      'nul.',
      '\u202e',
      'x'.repeat(150),
      '.',
      ' ',
      'ế',
    );
    let saved = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 6 }), async (parts) => {
        const typed = parts.join('').slice(0, 120);
        if (typed.trim() === '') return;
        const { name } = await app.call.attachments.rename({ id, name: typed });
        // As the dialog would: the suggested name within the folder.
        app.host.saveTarget = null;
        app.host.chooseSaveTarget = async (suggested) => join(inside, suggested);
        await app.call.attachments.saveAs({ id });
        expect(readdirSync(inside)).toContain(name);
        expect(readFileSync(join(inside, name))).toEqual(contents.pdf());
        saved += 1;
      }),
      { numRuns: 60 },
    );
    expect(saved).toBeGreaterThan(30);
    expect(readdirSync(folder).sort()).toEqual(['ngoài', 'đích'].sort());
    expect(readdirSync(outside)).toEqual([]);
  });
});

describe('the bytes', () => {
  test('are in every backup and come back with it', async () => {
    const bytes = Buffer.alloc(700_000, 'scan');
    const id = await attachOne('a.dat', bytes);
    app.host.folder = tempFolder();
    const backup = await app.call.backup.create({});
    const other = await createTestApp();
    other.host.backupFile = join(app.host.folder, backup?.fileName ?? '');
    const found = await other.call.backup.inspect({});
    expect(found?.manifest.counts.attachment).toBe(1);
    await other.call.backup.restore({ token: found?.token ?? '' });
    other.host.saveTarget = join(tempFolder(), 'a.dat');
    await other.call.attachments.saveAs({ id });
    expect(readFileSync(other.host.saveTarget).equals(bytes)).toBe(true);
    await other.close();
  });

  test('are neither changed nor deleted', async () => {
    await attachOne('a.pdf', contents.pdf());
    const { raw } = app.store();
    for (const sql of [
      'UPDATE attachment_content SET bytes = bytes',
      'DELETE FROM attachment_content',
      `REPLACE INTO attachment_content SELECT sha256, 1, x'00' FROM attachment_content`,
    ])
      expect(() => raw.exec(sql), sql).toThrow(/append only/u);
  });

  test('with one flipped are found by the full check, and not given out', async () => {
    const bytes = Buffer.alloc(100_000, 'một bản scan dài ');
    const id = await attachOne('a.dat', bytes);
    await app.close();
    const file = join(app.folder, storeFileName);
    const raw = new Sqlite(file);
    raw.pragma('journal_mode = DELETE');
    raw.close();
    const stored = readFileSync(file);
    const at = stored.indexOf('một bản scan dài ', stored.length - 40_000) + 3;
    stored[at] = (stored[at] ?? 0) ^ 1;
    writeFileSync(file, stored);
    app = await createTestApp({ folder: app.folder });
    expect(app.store().raw.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(await faults()).toEqual([{ kind: 'content', seq: null, table: 'attachment_content' }]);
    app.host.saveTarget = join(tempFolder(), 'a.dat');
    expect(await refusal(app.call.attachments.saveAs({ id }))).toMatchObject({
      code: 'STORE_DAMAGED',
      detail: { reason: 'attachment' },
    });
    app.host.folder = tempFolder();
    expect((await refusal(app.call.backup.create({}))).code).toBe('BACKUP_INVALID');
  });

  test('of 50 MB go in and out', async () => {
    const file = writeTempFile('lớn.dat', Buffer.alloc(50 * 1_048_576, 'đủ '));
    const started = performance.now();
    const [id = ''] = await attach([file]);
    app.host.saveTarget = join(tempFolder(), 'ra.dat');
    await app.call.attachments.saveAs({ id });
    expect(readFileSync(app.host.saveTarget).equals(readFileSync(file))).toBe(true);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
