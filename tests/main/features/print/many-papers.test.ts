import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, removeTempFolders, type TestApp, tempFolder } from '../../../support/test-app.ts';
import { docxText, readDocx } from '../../paper/support/docx-reader.ts';
import { readPdf } from '../../paper/support/pdf-reader.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  await app.call.app.loadDemo({});
});
afterAll(async () => {
  await app.close();
  removeTempFolders();
});

const documents = () => app.call.documents.list({});
const issued = async () => (await documents()).find(({ status }) => status === 'issued');

describe('several documents in one go', () => {
  it('writes each as a whole file of its own and over no other', async () => {
    const ids = (await documents()).map(({ id }) => id);
    const folder = tempFolder();
    app.host.folder = folder;
    const first = await app.call.print.exportMany({ ids });
    expect(first?.fileNames).toHaveLength(ids.length);
    expect(readdirSync(folder).sort()).toEqual([...(first?.fileNames ?? [])].sort());
    const again = await app.call.print.exportMany({ ids });
    for (const name of again?.fileNames ?? []) expect(name).toMatch(/ \(2\)\.pdf$/u);
    expect(readdirSync(folder)).toHaveLength(ids.length * 2);
    for (const name of readdirSync(folder)) {
      const { pages } = await readPdf(new Uint8Array(readFileSync(join(folder, name))));
      expect(pages.length).toBeGreaterThan(0);
    }
  });

  it('gives what was issued as the bytes that were issued', async () => {
    const found = await issued();
    const record = await app.call.documents.get({ id: found?.id ?? '' });
    app.host.folder = tempFolder();
    const done = await app.call.print.exportMany({ ids: [record.id] });
    const bytes = readFileSync(join(app.host.folder, done?.fileNames[0] ?? ''));
    if (record.pdf) expect(createHash('sha256').update(bytes).digest('hex')).toBe(record.pdf.sha256);
    expect(done?.pages).toBe((await readPdf(new Uint8Array(bytes))).pages.length);
  });

  it('says when the folder cannot be written to, and does nothing when called off', async () => {
    const ids = (await documents()).map(({ id }) => id);
    const file = join(tempFolder(), 'tệp');
    writeFileSync(file, '');
    app.host.folder = file;
    await expect(app.call.print.exportMany({ ids })).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
    app.host.folder = null;
    expect(await app.call.print.exportMany({ ids })).toBeNull();
  });

  it('prints all pages in their order as one job, with the copies and sides asked for', async () => {
    const ids = (await documents()).slice(0, 2).map(({ id }) => id);
    const jobs: { pages: number; way: unknown }[] = [];
    app.host.printPages = async (pages, way) => {
      jobs.push({ pages: pages.length, way });
    };
    const pages = await Promise.all(
      ids.map(
        async (id) => (await app.call.print.preview({ source: { kind: 'document', id } })).pages.length,
      ),
    );
    await app.call.print.printMany({ ids, copies: 15, isTwoSided: true });
    const all = pages.reduce((sum, one) => sum + one, 0);
    expect(jobs).toEqual([{ pages: all, way: { copies: 15, isTwoSided: true } }]);
    const [id = ''] = ids;
    await app.call.print.print({ source: { kind: 'document', id }, copies: 3 });
    expect(jobs.at(-1)).toEqual({ pages: pages[0], way: { copies: 3 } });
  });
});

describe('a document for Word', () => {
  it('is written where the clerk says, also when it was issued', async () => {
    const found = await issued();
    app.host.wordTarget = join(tempFolder(), 'văn bản.docx');
    const done = await app.call.print.exportWord({ source: { kind: 'document', id: found?.id ?? '' } });
    expect(done?.fileName).toBe('văn bản.docx');
    const parts = await readDocx(new Uint8Array(readFileSync(app.host.wordTarget)));
    expect(docxText(parts.get('word/document.xml') ?? '')).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
  });

  it('takes the papers of a conference too', async () => {
    const [conference] = await app.call.conferences.list({});
    const id = conference?.id ?? '';
    for (const kind of ['minutes', 'invitation', 'signInSheet'] as const) {
      app.host.wordTarget = join(tempFolder(), `${kind}.docx`);
      await app.call.print.exportWord({ source: { kind, id } });
      const parts = await readDocx(new Uint8Array(readFileSync(app.host.wordTarget)));
      expect(docxText(parts.get('word/document.xml') ?? '').length).toBeGreaterThan(100);
    }
  });
});
