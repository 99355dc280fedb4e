import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { cli } from './support/cli.ts';
import { openNewestConference, openStep } from './support/conference.ts';
import { expect, test } from './support/launch.ts';

test('statements by initials, phrases, UniKey, marked words that become the resolution and lead back', async ({
  launchApp,
  demoDir,
}) => {
  test.setTimeout(180_000);
  const dataDir = await demoDir();
  await cli([
    'api',
    'phrases.save',
    JSON.stringify({ abbreviation: 'ubnd', text: 'Ủy ban nhân dân' }),
    '--data',
    dataDir,
  ]);
  const { page, close } = await launchApp({ dataDir });
  await openNewestConference(page);
  await openStep(page, vi['conferences.step.proceedings']);
  const discussion = page.getByRole('textbox', { name: vi['conferences.proceedings.discussion'] });
  await expect(discussion).toBeFocused();

  await test.step('the next speaker by initials, with the title of that day', async () => {
    // Before the next key can come: no letter of a quick typist may fall into the minutes.
    const focused = await discussion.evaluate(async (element) => {
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
      await Promise.resolve();
      await Promise.resolve();
      return document.activeElement?.getAttribute('aria-label');
    });
    expect(focused).toBe(vi['conferences.proceedings.speakerName']);
    await page.keyboard.type('tqd');
    // At once: nobody waits for a list.
    await page.keyboard.press('Enter');
    await expect(discussion.locator('[data-speaker]').last()).toHaveText(
      'Đồng chí Trần Quang Đức, Đảng ủy viên, Bí thư Đoàn xã:',
    );
    await expect(discussion).toBeFocused();
  });

  await test.step('a guest who is on no list speaks where the cursor is', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.type('Hồ Thị Khách Mời');
    await page.keyboard.press('Enter');
    await page.keyboard.type('chúc mừng hội nghị');
    await expect(discussion.locator('p').last()).toHaveText(/Hồ Thị Khách Mời:.*chúc mừng hội nghị$/u);
    await expect(discussion.locator('p').first()).not.toHaveText('');
    await page.keyboard.press('Enter');
  });

  await test.step('what was only looked at gives the keys back to the text', async () => {
    for (const keys of ['Control+k', 'F1', 'Control+Enter', 'Control+Shift+b']) {
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(discussion).toBeFocused();
    }
  });

  await test.step('an abbreviation, and the way back', async () => {
    await page.keyboard.type('đề nghị UBND ');
    await expect(discussion).toContainText('đề nghị Ủy ban nhân dân');
    await page.keyboard.press('Backspace');
    await expect(discussion).toContainText('đề nghị UBND ');
    await page.keyboard.press('Backspace');
    await page.keyboard.type(',');
    await expect(discussion).toContainText('đề nghị Ủy ban nhân dân,');
  });

  await test.step('as UniKey types: letters, taken back, typed anew', async () => {
    for (const [raw, made] of [
      [' ddu', ' đu'],
      ['owjc', 'ược'],
    ] as const) {
      await page.keyboard.type(raw);
      for (const _ of raw) await page.keyboard.press('Backspace');
      await page.keyboard.insertText(made);
    }
    await expect(discussion).toContainText('Ủy ban nhân dân, đuược');
    await page.keyboard.press('Control+z');
    const after = await discussion.innerText();
    expect(after).toContain('Trần Quang Đức');
    await page.keyboard.press('Control+y');
    await page.keyboard.type(' quan tâm.');
  });

  await test.step('of three sentences typed at once Ctrl+Z takes one', async () => {
    await page.keyboard.type(' Câu thứ nhất. Câu thứ hai. Câu thứ ba.');
    await page.keyboard.press('Control+z');
    await expect(discussion).toContainText('quan tâm. Câu thứ nhất. Câu thứ hai.');
    await expect(discussion).not.toContainText('Câu thứ ba');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(discussion).not.toContainText('Câu thứ');
    await expect(discussion).toContainText('quan tâm.');
    await page.keyboard.press('Backspace');
  });

  await test.step('the words become a clause, listed beside the agenda', async () => {
    await page.keyboard.press('Control+Shift+k');
    await page.keyboard.press('2');
    await expect(discussion.locator('[data-finding="clause"]')).toContainText('Ủy ban nhân dân');
    await page.keyboard.press('Control+s');
    await expect(
      page
        .getByRole('region', { name: vi['conferences.finding.list'] })
        .getByText(/^đề nghị Ủy ban nhân dân/u),
    ).toBeVisible();
  });

  await test.step('the resolution takes it over, and leads back to it', async () => {
    await openStep(page, vi['conferences.step.finish']);
    await page.getByRole('button', { name: vi['conferences.finish.resolution'] }).press('Enter');
    const body = page.getByRole('textbox', { name: vi['documents.field.body'] });
    await expect(body.locator('[data-finding="clause"]').first()).toContainText('Đề nghị Ủy ban nhân dân');
    await body.locator('[data-finding="clause"]').first().click();
    await page.getByRole('button', { name: vi['documents.finding.origin'] }).click();
    await expect(discussion).toBeFocused();
    expect(await page.evaluate(() => String(getSelection()))).toContain('đề nghị Ủy ban nhân dân');
  });
  await close();
  expect(await cli(['check', '--data', dataDir])).toMatchObject({ faults: [] });
});
