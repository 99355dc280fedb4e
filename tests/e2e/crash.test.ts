import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { expect, test } from './support/launch.ts';

/** What may be lost: a second of typing, and the time in which the machine itself stood still. */
const lostAtMostMs = 1_000;
const kills = 3;

test('kill -9 while typing loses at most one second, and what is left is offered back', async ({
  launchApp,
  tempDir,
}) => {
  test.setTimeout(180_000);
  const dataDir = tempDir();
  await cli(['demo', '--data', dataDir]);
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
