import { checkDocument } from '#shared/features/documents/checks/check-document.ts';
import { compareDocuments } from '#shared/features/documents/compare/compare-documents.ts';
import { type DocumentFields, documentFields } from '#shared/features/documents/schema.ts';
import { bodyFromLines } from '#shared/text-model/body.ts';
import { factsOf } from '../support/checks.ts';
import { documentInput, indicatorInput, setUpOffice } from '../support/records.ts';
import { createTestApp } from '../support/test-app.ts';
import { median } from './median.ts';

const rounds = 15;
const paragraph =
  'Tiếp tục lãnh đạo thực hiện các chỉ tiêu của Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của Ban Chấp hành Đảng bộ xã; diện tích cây mì đạt 340 ha, tỷ lệ hộ nghèo còn 16,22%; phân công từng đồng chí phụ trách, kiểm tra, đôn đốc và báo cáo kết quả hằng quý (trước ngày 20 của tháng cuối quý).';

/** A resolution that fills about so many pages, some 480 words each. */
function longDocument(pages: number): DocumentFields {
  const lines = Array.from({ length: pages * 8 }, (_, n) => `${n + 1} - ${paragraph}`);
  return documentFields.parse({
    ...documentInput({ date: '2026-11-20' }),
    body: bodyFromLines(lines),
  });
}

export type Checking = {
  /** The rules alone. */
  rulesMs: number;
  /** From the call to the findings: facts gathered, input and output checked. */
  throughMs: number;
};

/** What follows a keystroke, once typing pauses, in a document of 20 pages. */
export async function measureChecking(): Promise<Checking> {
  const document = longDocument(20);
  const facts = factsOf(document, null);
  const app = await createTestApp({ checkOutput: false });
  await setUpOffice(app.call);
  await app.call.indicators.create(indicatorInput());
  const { id } = await app.call.documents.create(documentInput());
  const rules: number[] = [];
  const through: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let started = performance.now();
    checkDocument(facts);
    rules.push(performance.now() - started);
    started = performance.now();
    await app.call.documents.check({ id, edits: document });
    through.push(performance.now() - started);
  }
  await app.close();
  return { rulesMs: median(rules), throughMs: median(through) };
}

/** A version of 40 pages against one in which every fourth paragraph changed, some came, some went and some moved. */
export async function measureComparing(): Promise<number> {
  const before = longDocument(40);
  const content = structuredClone(before.body.content).flatMap((block, n) => {
    if (n % 31 === 0) return [];
    if (n % 4 !== 0 || block.type !== 'paragraph') return [block];
    const [first] = block.content ?? [];
    if (first?.type === 'text') first.text = first.text.replace('Tiếp tục lãnh đạo', 'Tập trung chỉ đạo');
    return n % 40 === 0 ? [block, ...bodyFromLines([`Đoạn mới thêm số ${n}.`]).content] : [block];
  });
  const after = {
    ...before,
    body: { type: 'doc' as const, content: [...content.slice(20), ...content.slice(0, 20)] },
  };
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    compareDocuments(before, after);
    times.push(performance.now() - started);
  }
  return median(times);
}
