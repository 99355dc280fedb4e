import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContent } from '#main/features/attachments/index.ts';
import { documentInput, setUpOffice } from '../../support/records.ts';
import { createTestApp, removeTempFolders, type TestApp, tempFolder } from '../../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  await setUpOffice(app.call);
});
afterAll(async () => {
  expect(app.logged).toEqual([]);
  await app.close();
  removeTempFolders();
});

/** What a signing tool adds: an update with the signature behind the bytes that it was given. */
const signature = Buffer.from(
  '\n9 0 obj << /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange [0 1 2 3] /Contents <00> >> endobj\n%%EOF\n',
);

test('a signed PDF is known by its signature, and whether it is what was issued by its first bytes', async () => {
  const { id } = await app.call.documents.create(documentInput());
  await app.call.documents.issue({ id, date: '2021-12-24' });
  const { pdf } = await app.call.documents.get({ id });
  const issued = Buffer.from((await readContent(app.store().db, pdf?.sha256 ?? '')) ?? []);
  const folder = tempFolder();
  const other = Buffer.from(issued);
  other[issued.length - 20] = (other[issued.length - 20] ?? 0) ^ 1;
  const files = {
    'đã ký.pdf': Buffer.concat([issued, signature]),
    'văn bản khác đã ký.pdf': Buffer.concat([other, signature]),
    'chưa ký.pdf': issued,
  };
  app.host.files = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
  const chosen = await app.call.attachments.choose({});
  await app.call.attachments.attach({
    ownerKind: 'document',
    ownerId: id,
    role: 'scan',
    tokens: chosen.map(({ token }) => token),
  });
  const copies = await app.call.documents.signedCopies({ id });
  expect(copies.map(({ name, isOfIssued }) => [name, isOfIssued])).toEqual([
    ['đã ký.pdf', true],
    ['văn bản khác đã ký.pdf', false],
  ]);
});

test('a draft has none', async () => {
  const { id } = await app.call.documents.create(documentInput());
  expect(await app.call.documents.signedCopies({ id })).toEqual([]);
});
