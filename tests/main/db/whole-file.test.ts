import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { unwritable, writeWhole } from '#main/db/whole-file.ts';
import { refusal, removeTempFolders, tempFolder } from '../../support/test-app.ts';

afterAll(removeTempFolders);

test('takes the place of what stood there only when it is whole, and leaves no part behind', async () => {
  const folder = tempFolder();
  const target = join(folder, 'Nghị quyết 12.pdf');
  writeFileSync(target, 'cũ');
  await writeWhole(target, Buffer.from('mới'));
  expect(readFileSync(target, 'utf8')).toBe('mới');
  const taken = join(folder, 'thư mục.pdf');
  mkdirSync(taken);
  expect(await refusal(writeWhole(taken, Buffer.from('x')))).toEqual({ code: 'FILE_UNWRITABLE', detail: {} });
  const nowhere = join(folder, 'không có', 'a.pdf');
  expect(await refusal(writeWhole(nowhere, Buffer.from('x')))).toEqual({
    code: 'FILE_UNWRITABLE',
    detail: {},
  });
  expect(readdirSync(folder).sort()).toEqual(['Nghị quyết 12.pdf', 'thư mục.pdf']);
});

test('says whether the place is full, or the file is open elsewhere', () => {
  const told = (code: string, isThere: boolean) => {
    const { code: refused, detail } = unwritable(Object.assign(new Error(), { code }), isThere);
    return [refused, detail.reason];
  };
  expect(told('ENOSPC', true)).toEqual(['DISK_FULL', 'target']);
  for (const code of ['EBUSY', 'EPERM', 'EACCES']) {
    expect(told(code, true)).toEqual(['FILE_UNWRITABLE', 'inUse']);
    expect(told(code, false)).toEqual(['FILE_UNWRITABLE', undefined]);
  }
  expect(told('EIO', true)).toEqual(['FILE_UNWRITABLE', undefined]);
});

test.each(['so-nghi-quyet.sqlite', 'So-Nghi-Quyet.SQLITE', 'so-nghi-quyet.sqlite-wal', 'da-thay.json'])(
  'is never written over the program’s own file %s',
  async (name) => {
    const folder = tempFolder();
    writeFileSync(join(folder, name), 'sổ');
    const refused = await refusal(writeWhole(join(folder, name), Buffer.from('%PDF')));
    expect(refused).toEqual({ code: 'FILE_UNWRITABLE', detail: { reason: 'ownFile' } });
    expect([readdirSync(folder), readFileSync(join(folder, name), 'utf8')]).toEqual([[name], 'sổ']);
  },
);
