import { conferencePaper } from '#main/features/conferences/papers/to-print.ts';
import { blankItem } from '#shared/features/conferences/blank.ts';
import { documentFields } from '#shared/features/documents/schema.ts';
import type { Body } from '#shared/text-model/body.ts';
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

/** Twenty pages of running text with headings, as a report of a year is. */
function longBody(typed: string): Body {
  return {
    type: 'doc',
    content: Array.from({ length: 116 }, (_, i) =>
      i % 8 === 0
        ? { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: `Nhiệm vụ thứ ${i + 1}` }] }
        : {
            type: 'paragraph',
            content: [{ type: 'text', text: `${i + 1}. ${statement.slice(0, 480)}${i === 3 ? typed : ''}` }],
          },
    ),
  };
}

/**
 * ms from the record of 20 pages to the pages in view and the one after them: with the process to start, and after each
 * key that is typed on page 1.
 */
export async function measureTypedPages(): Promise<{ coldMs: number; keyMs: number; pages: number }> {
  const app = await createTestApp({ checkOutput: false });
  await app.call.app.loadDemo({});
  const found = (await app.call.documents.list({})).find((document) => document.status === 'draft');
  if (!found) throw new Error('no draft');
  const draft = documentFields.parse(
    pick(await app.call.documents.get({ id: found.id }), Object.keys(documentFields.shape)),
  );
  const preview = async (typed: string) => {
    const edits = { ...draft, body: longBody(typed) };
    const started = performance.now();
    const source = { kind: 'document' as const, id: found.id, edits };
    const { pages } = await app.call.print.view({ source, from: 1, to: 3 });
    return { ms: performance.now() - started, pages: pages.length };
  };
  const cold = await preview('');
  const keys: number[] = [];
  for (let n = 1; n <= 30; n += 1) keys.push((await preview('chữ '.repeat(8).slice(0, n))).ms);
  await app.close();
  return { coldMs: cold.ms, keyMs: median(keys), pages: cold.pages };
}

function pick(record: object, keys: readonly string[]): unknown {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)));
}

/** A statement of a minute and a half. */
const statement =
  'Tôi cơ bản nhất trí với báo cáo; đề nghị làm rõ thêm kết quả thực hiện từng chỉ tiêu so với kế hoạch được giao, nguyên nhân của những chỉ tiêu đạt thấp, trách nhiệm của từng cấp ủy chi bộ và giải pháp khắc phục trong thời gian tới. '.repeat(
    9,
  );

function statements(count: number): Body {
  return {
    type: 'doc',
    content: Array.from({ length: count }, (_, i) => ({
      type: 'paragraph',
      content: [
        {
          type: 'speaker',
          attrs: { memberId: null, name: `Đinh Văn ${i + 1}`, title: 'Đảng ủy viên', part: 'statement' },
        },
        { type: 'text', text: statement },
      ],
    })),
  };
}

/** ms for the minutes of a long meeting of 300 statements: from the store to the model, to the PDF, to the preview. */
export async function measureLongMinutes(): Promise<{
  composeMs: number;
  pdfMs: number;
  previewMs: number;
  pages: number;
}> {
  const app = await createTestApp();
  await app.call.app.loadDemo({});
  const [conference] = await app.call.conferences.list({});
  if (!conference) throw new Error('no conference');
  const { id } = conference;
  const items = ['Thảo luận buổi sáng', 'Thảo luận buổi chiều', 'Thảo luận ngày thứ hai'].map((title) => ({
    ...blankItem(title),
    discussion: statements(100),
  }));
  const { agenda } = await app.call.conferences.get({ id });
  await app.call.conferences.saveAgenda({ id, items: [...agenda, ...items] });
  const source = { kind: 'minutes' as const, id };
  app.host.pdfTarget = `${app.folder}/out.pdf`;
  const timed = async <T>(work: () => Promise<T>) => {
    const started = performance.now();
    const value = await work();
    return { ms: performance.now() - started, value };
  };
  const ctx = { db: app.store().db, services: app.program.services };
  const compose: number[] = [];
  for (let n = 0; n < 10; n += 1) compose.push((await timed(() => conferencePaper(ctx, source))).ms);
  const pdf = await timed(() => app.call.print.exportPdf({ source }));
  const preview = await timed(() => app.call.print.preview({ source }));
  await app.close();
  return {
    composeMs: median(compose),
    pdfMs: pdf.ms,
    previewMs: preview.ms,
    pages: pdf.value?.pages ?? 0,
  };
}
