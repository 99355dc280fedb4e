import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeDocument } from '#main/features/documents/papers/document.ts';
import type { Typesetter } from '#main/workers/typesetter-client.ts';
import { blocksOnPages } from '#main/workers/view-blocks.ts';
import type { DocumentModel } from '#shared/paper/model.ts';
import type { Block } from '#shared/text-model/body.ts';
import { documentOf, profileIds } from '../paper/rules/documents.ts';
import {
  bullets,
  doc,
  heading,
  indicators,
  longParagraph,
  paragraph,
  resolution,
  sonLien,
  text,
} from '../paper/support/records.ts';
import { marksOf } from '../paper/support/svg-marks.ts';
import { startTypesetter } from '../paper/support/typeset.ts';

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = startTypesetter();
});
afterAll(() => typesetter.dispose());

const modelOf = (blocks: Block[]): DocumentModel =>
  composeDocument({ document: { ...resolution, body: doc(...blocks) }, name: sonLien, indicators });

/** Headings, lists, words in bold, one line that announces a list, and paragraphs that go over to the next page. */
const longBlocks = (count: number): Block[] =>
  Array.from({ length: count }, (_, i): Block => {
    if (i % 9 === 0) return heading(i % 2 === 0 ? 1 : 2, `Nhiệm vụ thứ ${i + 1}`);
    if (i % 9 === 4) return bullets(`Việc ${i + 1}`, longParagraph);
    if (i % 9 === 3) return paragraph('Các giải pháp như sau:');
    if (i % 9 === 6) {
      return { type: 'paragraph', content: [text(`${i + 1}. `, 'bold'), text(longParagraph, 'italic')] };
    }
    return paragraph(`${i + 1}. ${longParagraph} ${longParagraph}`);
  });

type Whole = { model: DocumentModel; sizes: [widthMm: number, heightMm: number][]; marks: string[][] };

/** The paper with all its pages drawn. */
async function wholeOf(model: DocumentModel): Promise<Whole> {
  const { pages } = await typesetter.svg(model);
  return {
    model,
    sizes: pages.map(({ widthMm, heightMm }) => [widthMm, heightMm]),
    marks: pages.map(({ svg }) => marksOf(svg)),
  };
}

/** Those pages as they are in the whole paper; of the others only the size. */
async function expectSame({ model, sizes, marks }: Whole, from: number, to: number): Promise<void> {
  const viewed = (await typesetter.view({ model, from, to })).pages;
  expect(viewed.map(({ widthMm, heightMm }) => [widthMm, heightMm])).toEqual(sizes);
  for (const [i, { svg }] of viewed.entries()) {
    if (i + 1 < from || to < i + 1) {
      expect(svg).toBeNull();
      continue;
    }
    const seen = marksOf(svg ?? '');
    expect(seen).not.toEqual([]);
    expect(seen).toEqual(marks[i]);
  }
}

describe('some pages of a paper', { timeout: 60_000 }, () => {
  it('are exactly those of the whole paper, wherever one looks', async () => {
    const whole = await wholeOf(modelOf(longBlocks(60)));
    const count = whole.sizes.length;
    expect(count).toBeGreaterThan(8);
    for (let from = 1; from <= count; from += 1) await expectSame(whole, from, from + 1);
    await expectSame(whole, 1, count);
    await expectSame(whole, 4, 4);
  });

  it.each(profileIds)('with everything that a document of %s has', async (id) => {
    const whole = await wholeOf(documentOf(id, 'everything'));
    for (let page = 1; page <= whole.sizes.length; page += 1) await expectSame(whole, page, page);
  });

  it('follow what is typed, also when it moves everything', async () => {
    const blocks = longBlocks(60);
    for (let n = 0; n < 6; n += 1) {
      await expectSame(await wholeOf(modelOf(blocks)), 5, 6);
      // A key, a new line, much that is pasted, most of it taken away.
      if (n === 0) blocks.splice(3, 1, paragraph('a'));
      if (n === 1) blocks.splice(20, 0, paragraph(''));
      if (n === 2) blocks.splice(2, 0, ...longBlocks(30));
      if (n === 3) blocks.splice(0, 60);
      if (n === 4) blocks.splice(10, 0, ...Array.from({ length: 200 }, () => paragraph('Một dòng.')));
    }
  });

  it('beyond the last there are none', async () => {
    await expectSame(await wholeOf(modelOf([paragraph('Một dòng.')])), 7, 9);
  });
});

describe('the blocks on some pages', () => {
  it('reach from where they begin to where the next one does', () => {
    const pages = [1, 1, 1, 3, 3, 4];
    expect(blocksOnPages(pages, 1, 1)).toEqual({ first: 0, last: 2 });
    expect(blocksOnPages(pages, 2, 2)).toEqual({ first: 2, last: 2 });
    expect(blocksOnPages(pages, 3, 3)).toEqual({ first: 2, last: 4 });
    expect(blocksOnPages(pages, 9, 9)).toEqual({ first: 5, last: 5 });
    expect(blocksOnPages([], 1, 1)).toBeNull();
  });
});
