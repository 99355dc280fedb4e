import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Locator } from '@playwright/test';
import { windowFile } from '../../src/main/db/store-files.ts';
import vi from '../../src/shared/i18n/vi.json' with { type: 'json' };
import { openNewestConference, openStep } from './support/conference.ts';
import { expect, test } from './support/launch.ts';
import { picture } from './support/picture.ts';

const zoom = (electron: ElectronApplication) =>
  electron.evaluate(({ BrowserWindow }) =>
    Math.round((BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0) * 100),
  );

/** As from the keyboard: the keys of the page's own driver come in behind the window. */
const press = (electron: ElectronApplication, keyCode: string) =>
  electron.evaluate(({ BrowserWindow }, key) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: ['control'] });
    contents?.sendInputEvent({ type: 'keyUp', keyCode: key, modifiers: ['control'] });
  }, keyCode);

/** How many of them are wholly seen, in the window and in whatever scrolls around them. */
function seen(of: Locator): Promise<number> {
  return of.evaluateAll((nodes) => {
    const isSeen = (node: Element) => {
      const { top, bottom, left } = node.getBoundingClientRect();
      return [top + 2, bottom - 3].every((y) => {
        const hit = document.elementFromPoint(left + 10, y);
        return hit !== null && (node === hit || node.contains(hit));
      });
    };
    return nodes.filter(isSeen).length;
  });
}

/** How many lines of its text an editor has room for. */
function linesOf(editor: Locator): Promise<number> {
  return editor.evaluate((node) => {
    let { top, bottom } = { top: 0, bottom: window.innerHeight };
    for (let box: Element | null = node; box; box = box.parentElement) {
      if (box !== node && getComputedStyle(box).overflowY === 'visible') continue;
      const rect = box.getBoundingClientRect();
      top = Math.max(top, rect.top);
      bottom = Math.min(bottom, rect.bottom);
    }
    const paragraph = node.querySelector('p') ?? node;
    return Math.floor((bottom - top) / Number.parseFloat(getComputedStyle(paragraph).lineHeight));
  });
}

test('letters of twice the size, kept: ten rows of the roll and ten lines of text are seen', async ({
  launchApp,
  demoDir,
}) => {
  const dataDir = await demoDir();
  const first = await launchApp({ dataDir });
  const { page } = first;
  for (let step = 0; step < 6; step += 1) await press(first.electron, '=');
  await expect.poll(() => zoom(first.electron)).toBe(200);

  await openNewestConference(page);
  await openStep(page, vi['conferences.step.attendance']);
  await page.locator('tr[data-row]').first().waitFor();
  await picture(page, 'roll-200');
  expect.soft(await seen(page.locator('tr[data-row]'))).toBeGreaterThanOrEqual(10);
  await openStep(page, vi['conferences.step.proceedings']);
  await page.getByRole('textbox', { name: vi['conferences.proceedings.discussion'] }).click();
  await picture(page, 'minutes-200');
  expect
    .soft(await linesOf(page.getByRole('textbox', { name: vi['conferences.proceedings.discussion'] })))
    .toBeGreaterThanOrEqual(10);
  await page.keyboard.press('F4');
  await page
    .getByRole('heading', { level: 1, name: vi['documents.list.title'] })
    .waitFor({ state: 'attached' });
  await picture(page, 'documents-200');
  await page.keyboard.press('Enter');
  const text = page.getByRole('textbox', { name: vi['documents.field.body'] });
  await text.waitFor();
  await picture(page, 'document-200');
  expect.soft(await linesOf(text)).toBeGreaterThanOrEqual(10);
  await page.evaluate("location.hash = '/'");
  await picture(page, 'today-200');
  await first.close();
  const left: unknown = JSON.parse(readFileSync(join(dataDir, windowFile), 'utf8'));
  expect(left).toEqual({
    place: { x: 0, y: 0, width: 1366, height: 768 },
    isMaximized: false,
    textSize: 200,
  });

  const again = await launchApp({ dataDir });
  await expect.poll(() => zoom(again.electron)).toBe(200);
  await again.page.evaluate("location.hash = '/settings?tab=program'");
  await expect(again.page.getByRole('radio', { name: '200%' })).toBeChecked();
  await press(again.electron, '0');
  await expect(again.page.getByRole('radio', { name: '100%' })).toBeChecked();
  await picture(again.page, 'settings-program');
  await again.page.getByText('125%', { exact: true }).click();
  await expect.poll(() => zoom(again.electron)).toBe(125);
});
