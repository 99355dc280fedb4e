import { afterAll, expect, test } from 'vitest';
import { nodeSpawner } from '#main/workers/node-process.ts';
import { entry, pagesOf, registerOf } from '../paper/support/registers.ts';
import { startTypesetter } from '../paper/support/typeset.ts';

const typesetter = startTypesetter(nodeSpawner());
afterAll(() => typesetter.dispose());

test('the register of 2,000 entries has its header on every page, page numbers, and no row split or lost', {
  timeout: 120_000,
}, async () => {
  const long = 'về việc tăng cường sự lãnh đạo của các chi bộ đối với công tác phòng, chống thiên tai';
  const entries = Array.from({ length: 2000 }, (_, i) =>
    entry(i + 1, { subject: i % 3 ? long : 'về việc', id: `${i}` }),
  );
  const pages = await pagesOf(typesetter, registerOf(entries));
  expect(pages.length).toBeGreaterThan(100);
  for (const [index, page] of pages.entries()) {
    expect(page.text).toContain('Ghi chú');
    if (index > 0) expect(page.lines[0]?.text).toBe(String(index + 1));
  }
  const codes = pages
    .flatMap(({ items }) => items.map(({ text }) => text))
    .filter((text) => /^\d+-NQ\/ĐU$/u.test(text));
  expect(codes).toEqual(entries.map(({ code }) => code));
});
