import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeMinutes } from '#main/features/conferences/papers/minutes.ts';
import type { Typesetter } from '#main/workers/typesetter-client.ts';
import { blankItem } from '#shared/features/conferences/blank.ts';
import type { Block } from '#shared/text-model/body.ts';
import { readPdf } from '../../../paper/support/pdf-reader.ts';
import {
  conference,
  doc,
  indicators,
  longParagraph,
  members,
  sonLien,
} from '../../../paper/support/records.ts';
import { startTypesetter } from '../../../paper/support/typeset.ts';

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = startTypesetter();
});
afterAll(() => typesetter.dispose());

const statement = (number: number): Block => ({
  type: 'paragraph',
  content: [
    {
      type: 'speaker',
      attrs: {
        memberId: null,
        name: members[number % members.length]?.fullName ?? '',
        title: 'Đảng ủy viên',
        part: 'statement',
      },
    },
    { type: 'text', text: `Ý kiến thứ ${number}. ${`${longParagraph} `.repeat(3)}` },
  ],
});

it('minutes of 300 statements keep every word, in order, on numbered pages', {
  timeout: 60_000,
}, async () => {
  const agenda = ['Buổi sáng', 'Buổi chiều', 'Ngày thứ hai'].map((title, i) => ({
    ...blankItem(title),
    id: `long-${i}`,
    discussion: doc(...Array.from({ length: 100 }, (_, n) => statement(i * 100 + n + 1))),
  }));
  const model = composeMinutes({
    conference: { ...conference, agenda },
    ...{ name: sonLien, termOrdinal: 13, members, indicators, isNumbered: true },
  });
  const { bytes, pages } = await typesetter.pdf(model);
  expect(pages).toBeGreaterThan(150);
  const pdf = await readPdf(bytes);
  for (const [i, page] of pdf.pages.entries()) {
    const inMargin = page.lines.filter((line) => line.yMm < 20).map((line) => line.text);
    expect(inMargin).toEqual(i === 0 ? [] : [String(i + 1)]);
    // No page is left half empty in the middle of the discussion.
    if (i < pages - 1) expect(page.lines.at(-1)?.yMm, `page ${i + 1}`).toBeGreaterThan(230);
  }
  const numbers = [...pdf.text.replace(/\s+/gu, ' ').matchAll(/Ý kiến thứ (\d+)\./gu)].map((hit) =>
    Number(hit[1]),
  );
  expect(numbers).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
  const last = pdf.pages.at(-1)?.lines.map((line) => line.text);
  expect(last).toContain('NGƯỜI GHI BIÊN BẢN');
  expect(last).toContain('CHỦ TRÌ HỘI NGHỊ');
});
