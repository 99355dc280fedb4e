import { expect, type Page } from '@playwright/test';
import vi from '../../../src/shared/i18n/vi.json' with { type: 'json' };

/** By keyboard to the newest conference of the list. */
export async function openNewestConference(page: Page): Promise<void> {
  await page.keyboard.press('F3');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(vi['conferences.list.title']);
  await page.keyboard.press('Enter');
}

export async function openStep(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: vi['conferences.steps'] })
    .getByRole('button', { name })
    .press('Enter');
}
