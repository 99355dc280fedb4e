import type { Page } from '@playwright/test';
import { launchElectron, untilReady } from '../../scripts/lib/electron.ts';
import type { Runtime } from '../../scripts/runtime.ts';
import { createTestApp, tempFolder } from '../support/test-app.ts';
import { median } from './median.ts';

const rounds = 5;
/** The window has been used for that long: what is fetched ahead is there. */
const settledMs = 3_000;

export type Opening = { firstMs: number; againMs: number };
export type Openings = { list: Opening; document: Opening; conference: Opening };

type Place = { hash: string; shows: string };

/**
 * ms from an address to the frame that shows what stands there: the first time in a window that was just started, and once
 * more. The middle of the rounds.
 */
export async function measureOpening(runtime: Runtime): Promise<Openings> {
  const folder = tempFolder();
  const app = await createTestApp({ folder });
  await app.call.app.loadDemo({});
  const [conference] = await app.call.conferences.list({});
  const document = (await app.call.documents.list({})).find(({ status }) => status === 'draft');
  await app.close();
  const places: Record<keyof Openings, Place> = {
    list: { hash: '#/documents', shows: '[role=row], table tbody tr' },
    document: { hash: `#/documents/${document?.id}`, shows: '.ProseMirror' },
    conference: { hash: `#/conferences/${conference?.id}/proceedings`, shows: '.ProseMirror' },
  };
  const taken = { list: [], document: [], conference: [] } as Record<keyof Openings, Opening[]>;
  for (let round = 0; round < rounds; round += 1) {
    const electron = await launchElectron({ runtime, dataDir: folder });
    const page = await electron.firstWindow();
    await untilReady(page);
    await page.waitForTimeout(settledMs);
    for (const name of ['list', 'document', 'conference'] as const) {
      const firstMs = await openOnce(page, places[name]);
      await openOnce(page, { hash: '#/', shows: 'main h1' });
      taken[name].push({ firstMs, againMs: await openOnce(page, places[name]) });
      await openOnce(page, { hash: '#/', shows: 'main h1' });
    }
    await electron.close();
  }
  const middle = (all: readonly Opening[]): Opening => ({
    firstMs: median(all.map(({ firstMs }) => firstMs)),
    againMs: median(all.map(({ againMs }) => againMs)),
  });
  return {
    list: middle(taken.list),
    document: middle(taken.document),
    conference: middle(taken.conference),
  };
}

function openOnce(page: Page, { hash, shows }: Place): Promise<number> {
  return page.evaluate(
    ([to, selector]) =>
      new Promise<number>((resolve) => {
        const started = performance.now();
        location.hash = to;
        const look = () =>
          requestAnimationFrame(() => {
            if (location.hash === to && document.querySelector(selector))
              resolve(performance.now() - started);
            else look();
          });
        // What stood there before goes first.
        setTimeout(look);
      }),
    [hash, shows] as const,
  );
}
