import { createTestApp } from '../support/test-app.ts';
import { median } from './median.ts';

/** ms from the record to the pages: the demo's resolution as PDF/A, the first one with the process to start, and as preview. */
export async function measurePrinting(): Promise<{
  coldMs: number;
  warmMs: number;
  previewMs: number;
  pages: number;
}> {
  const app = await createTestApp();
  await app.call.app.loadDemo({});
  const documents = await app.call.documents.list({});
  const resolution = documents.find((document) => document.conferenceId !== null);
  if (!resolution) throw new Error('no resolution');
  const source = { kind: 'document' as const, id: resolution.id };
  app.host.pdfTarget = `${app.folder}/out.pdf`;
  const pdf = async () => {
    const started = performance.now();
    const printed = await app.call.print.exportPdf({ source });
    return { ms: performance.now() - started, pages: printed?.pages ?? 0 };
  };
  const cold = await pdf();
  const warm: number[] = [];
  const preview: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    warm.push((await pdf()).ms);
    const started = performance.now();
    await app.call.print.preview({ source });
    preview.push(performance.now() - started);
  }
  await app.close();
  return { coldMs: cold.ms, warmMs: median(warm), previewMs: median(preview), pages: cold.pages };
}
