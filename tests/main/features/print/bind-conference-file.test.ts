import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Services } from '#main/api/services.ts';
import { composeFileIndex } from '#main/features/conferences/papers/file-index.ts';
import { composeDocument } from '#main/features/documents/papers/document.ts';
import { bindConferenceFile, type FilePaper } from '#main/features/print/bind-conference-file.ts';
import type { Typesetter } from '#main/workers/typesetter-client.ts';
import { readPdf } from '../../paper/support/pdf-reader.ts';
import { conference, indicators, members, resolution, sonLien } from '../../paper/support/records.ts';
import { startTypesetter } from '../../paper/support/typeset.ts';

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = startTypesetter();
});
afterAll(() => typesetter.dispose());

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
/** 40 × 20 and 20 × 40 pixels. */
const wideJpeg = bytesOf(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wAARCAAUACgDAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAj/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAcJ/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AnRDGqYAAAAAAAAAAAAAD/9k=',
);
const tallPng = bytesOf(
  'iVBORw0KGgoAAAANSUhEUgAAABQAAAAoAQMAAADE/0iYAAAAA1BMVEUAAP+KeNJXAAAADElEQVQI12NgGNwAAACgAAFhJX1HAAAAAElFTkSuQmCC',
);

/** A scan: sheets of these sizes in points, turned so far. */
async function scan(...sheets: { size: [number, number]; turned: number }[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const { size, turned } of sheets) {
    const page = document.addPage(size);
    page.setRotation(degrees(turned));
  }
  return document.save();
}

const model = composeDocument({ document: resolution, name: sonLien, indicators });

async function bound(papers: readonly FilePaper[]) {
  const tools = {
    services: { typesetter } as Services,
    progress: () => undefined,
    signal: new AbortController().signal,
  };
  const made = await bindConferenceFile(tools, papers, (entries) =>
    composeFileIndex({ conference, name: sonLien, termOrdinal: 13, members }, entries),
  );
  return { ...made, pdf: await readPdf(made.bytes) };
}

describe('binding a file', () => {
  it('takes papers, scans and pictures, and names what cannot be put on a sheet', async () => {
    const { pdf, pages } = await bound([
      { title: 'Nghị quyết', kind: 'model', model },
      { title: 'Bản quét', kind: 'pdf', bytes: await scan({ size: [595, 842], turned: 0 }) },
      { title: 'Ảnh ngang', kind: 'image', bytes: wideJpeg },
      { title: 'Ảnh dọc', kind: 'image', bytes: tallPng },
      { title: 'Bảng tính', kind: 'other' },
      { title: 'Tệp hỏng', kind: 'pdf', bytes: new TextEncoder().encode('%PDF-1.7 hỏng') },
      { title: 'Ảnh hỏng', kind: 'image', bytes: tallPng.slice(0, 30) },
    ]);
    expect(pdf.pages).toHaveLength(pages);
    const [index] = pdf.pages;
    const resolutionPages = pages - 4;
    const cells = index?.items
      .map((item) => item.text.trim())
      .join('|')
      .replaceAll('||', '|');
    expect(cells).toContain(`Nghị quyết|2 - ${resolutionPages + 1}`);
    expect(cells).toContain(`Bản quét|${resolutionPages + 2}`);
    for (const title of ['Bảng tính', 'Tệp hỏng', 'Ảnh hỏng'])
      expect(cells).toContain(`${title}|tệp kèm theo`);
    expect(pdf.bookmarks).toEqual(['Mục lục', 'Nghị quyết', 'Bản quét', 'Ảnh ngang', 'Ảnh dọc']);
    const sizes = pdf.pages.slice(-2).map((page) => [page.widthMm, page.heightMm].map(Math.round));
    expect(sizes).toEqual([
      [297, 210],
      [210, 297],
    ]);
    expect(pdf.pages.at(-2)?.text).toBe(`Tờ ${pages - 1}/${pages}`);
  });

  it('numbers the corner that is seen at the lower right, however a scan is turned', async () => {
    const size: [number, number] = [595, 842];
    const turns = [0, 90, 180, 270];
    const { bytes, pages } = await bound([
      { title: 'Bản quét', kind: 'pdf', bytes: await scan(...turns.map((turned) => ({ size, turned }))) },
    ]);
    const loading = getDocument({ data: bytes.slice(), verbosity: 0 });
    const document = await loading.promise;
    for (const [i, turned] of turns.entries()) {
      const page = await document.getPage(i + 2);
      const view = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const [first] = items.filter((item) => 'str' in item && item.str.trim() !== '');
      if (!first || !('transform' in first)) throw new Error('no number');
      const [a, b, , , x, y] = first.transform as [number, number, number, number, number, number];
      const [seenX = 0, seenY = 0] = view.convertToViewportPoint(x, y);
      expect(view.width - seenX, `${turned}`).toBeLessThan(160);
      expect(view.width - seenX, `${turned}`).toBeGreaterThan(42);
      expect(view.height - seenY, `${turned}`).toBeLessThan(40);
      expect(view.height - seenY, `${turned}`).toBeGreaterThan(15);
      // It reads from left to right.
      const [aheadX = 0, aheadY = 0] = view.convertToViewportPoint(x + a, y + b);
      expect(aheadX - seenX).toBeGreaterThan(5);
      expect(Math.abs(aheadY - seenY)).toBeLessThan(0.1);
    }
    expect(pages).toBe(5);
    await loading.destroy();
  });

  it('counts an index of several sheets in', async () => {
    const many = Array.from({ length: 70 }, (_, i) => ({
      title: `Tài liệu số ${i + 1} của hội nghị`,
      kind: 'image' as const,
      bytes: tallPng,
    }));
    const { pdf, pages } = await bound(many);
    const indexPages = pages - 70;
    expect(indexPages).toBeGreaterThan(1);
    expect(pdf.pages[indexPages]?.text).toBe(`Tờ ${indexPages + 1}/${pages}`);
    const last = pdf.pages[indexPages - 1]?.items.map((item) => item.text.trim()).filter(Boolean) ?? [];
    expect(last[last.indexOf('Tài liệu số 70 của hội nghị') + 1]).toBe(String(pages));
    expect(pdf.pages.slice(0, indexPages).every((page) => page.text.includes('Tên tài liệu'))).toBe(true);
  });
});
