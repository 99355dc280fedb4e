import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Keeps how a screen looks at that moment, when `PICTURES=folder` asks for it. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}
