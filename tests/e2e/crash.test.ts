import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';

/** What may be lost: a second of typing, and the time in which the machine itself stood still. */
const lostAtMostMs = 1_000;
const kills = 3;

test('kill -9 while typing loses at most one second, and what is left is offered back', async ({
  launchApp,
  demoDir,
}) => {
  test.setTimeout(180_000);
  const dataDir = await demoDir();
  const drafts = (await cli(['list', 'documents', '--data', dataDir])) as { id: string; status: string }[];
  const { id } = drafts.find(({ status }) => status === 'draft') ?? { id: '' };
  const open = async () => {
    const app = await launchApp({ dataDir });
    await app.page.evaluate((document) => {
      location.hash = `#/documents/${document}`;
    }, id);
    return app;
  };

  for (let round = 0; round < kills; round += 1) {
    const app = await open();
    const editor = app.page.getByLabel(vi['documents.field.body']).first();
    await editor.focus();
    const clock = watchStandstill();
    const typed: { at: number; word: string }[] = [];
    // More than a second of typing, and each time another moment of the writing of drafts.
    const words = 25 + round * 3;
    for (let count = 0; count < words; count += 1) {
      const word = `chữ${round}${String(count).padStart(3, '0')}`;
      await app.page.keyboard.type(`${word} `);
      typed.push({ at: Date.now(), word });
    }
    const killedAt = Date.now();
    await app.kill();
    const standstill = clock.longest();

    const again = await open();
    await again.page.getByRole('button', { name: vi['ui.recovered.use'] }).press('Enter');
    const text = await again.page.getByLabel(vi['documents.field.body']).first().innerText();
    const lost = typed.filter(({ word }) => !text.includes(word));
    expect(lost.length).toBeLessThan(words);
    for (const { at } of lost) expect(killedAt - at).toBeLessThanOrEqual(lostAtMostMs + standstill);
    await again.page.keyboard.press('Control+s');
    await expect(again.page.getByText(vi['journal.command.documents.save'])).toBeVisible();
    await again.close();
  }
  expect(await cli(['check', '--data', dataDir])).toMatchObject({ faults: [] });
});

test('fifty kills in one meeting: each start offers back exactly what was typed, but for its last second', async ({
  launchApp,
  demoDir,
}) => {
  test.setTimeout(20 * 60_000);
  const dataDir = await demoDir();
  const [{ id } = { id: '' }] = (await cli(['list', 'conferences', '--data', dataDir])) as { id: string }[];
  const safe: string[] = [];
  let maybe: { at: number; word: string }[] = [];
  let killedAt = 0;
  let standstill = 0;

  for (let round = 0; round <= 50; round += 1) {
    const { page, kill, close } = await launchApp({ dataDir });
    await page.evaluate((conference) => {
      location.hash = `#/conferences/${conference}/proceedings`;
    }, id);
    const editor = page.getByRole('textbox', { name: vi['conferences.proceedings.discussion'] });
    if (round > 0) {
      await page.getByRole('button', { name: vi['ui.recovered.use'] }).press('Enter');
      await expect(editor).toContainText(safe.at(-1) ?? maybe[0]?.word ?? '');
      const text = await editor.innerText();
      for (const word of safe) expect(text).toContain(word);
      const kept = maybe.filter(({ word }) => text.includes(word));
      // What is lost is the end of what was typed, never something in its middle.
      expect(kept).toEqual(maybe.slice(0, kept.length));
      for (const { at } of maybe.slice(kept.length))
        expect(killedAt - at).toBeLessThanOrEqual(lostAtMostMs + standstill);
      safe.push(...kept.map(({ word }) => word));
    }
    if (round === 50) {
      await page.keyboard.press('Control+s');
      await expect(page.getByText(vi['journal.command.conferences.saveAgenda'])).toBeVisible();
      await close();
      break;
    }
    await editor.focus();
    await page.keyboard.press('Control+End');
    const clock = watchStandstill();
    maybe = [];
    const words = 6 + (round % 9);
    for (let count = 0; count < words; count += 1) {
      const word = `đợt${String(round).padStart(2, '0')}${String(count).padStart(2, '0')}`;
      await page.keyboard.type(` ${word}`);
      maybe.push({ at: Date.now(), word });
    }
    // The first second may be lost whole: the first draft has to be there once.
    if (round === 0) await page.waitForTimeout(1_200);
    killedAt = Date.now();
    await kill();
    standstill = clock.longest();
  }
  expect(safe.length).toBeGreaterThan(100);
  expect(await cli(['check', '--data', dataDir])).toMatchObject({ faults: [] });
});

/** How long a timer of this process was kept waiting at most: on a busy machine nobody else gets to run either. */
function watchStandstill(): { longest: () => number } {
  const every = 10;
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - every);
    last = performance.now();
  }, every);
  return {
    longest: () => {
      clearInterval(timer);
      return longest;
    },
  };
}
