import { afterAll, beforeEach, expect, test } from 'vitest';
import { createTestApp, removeTempFolders, type TestApp } from '../../support/test-app.ts';

let app: TestApp;
beforeEach(async () => {
  await app?.close();
  app = await createTestApp();
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

const basis = ['Căn cứ Điều lệ Đảng', 'Căn cứ Quy chế làm việc'];

test('both lists are kept in their order; what is left out goes', async () => {
  const { phrases } = app.call;
  expect(await phrases.lines({})).toEqual({ basis: [], recipient: [] });
  await phrases.saveLines({ basis, recipient: ['Các chi bộ', 'Lưu VPĐU'] });
  await phrases.saveLines({ basis: [...basis].reverse(), recipient: ['Lưu VPĐU'] });
  expect(await phrases.lines({})).toEqual({ basis: [...basis].reverse(), recipient: ['Lưu VPĐU'] });
});

test('lines of a document come behind the others, each once', async () => {
  const { phrases } = app.call;
  await phrases.saveLines({ basis, recipient: [] });
  await phrases.addLines({ list: 'basis', texts: ['Căn cứ Luật', 'Căn cứ Điều lệ Đảng', 'Căn cứ Luật'] });
  expect((await phrases.lines({})).basis).toEqual([...basis, 'Căn cứ Luật']);
});
