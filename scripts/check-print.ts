import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { composeDocument } from '#main/features/print/index.ts';
import { nodeSpawner } from '#main/workers/node-process.ts';
import { createTypesetter } from '#main/workers/typesetter-client.ts';
import { type PdfPage, readPdf } from '../tests/main/print/support/pdf-reader.ts';
import {
  doc,
  heading,
  indicators,
  longParagraph,
  paragraph,
  resolution,
  sonLien,
} from '../tests/main/print/support/records.ts';
import { openQueue } from './check-print/queue.ts';
import { differenceOf } from './check-print/same-words.ts';
import { projectDir } from './lib/project.ts';

/*
 * `npm run check:print`: a resolution of three pages through a real print queue (CUPS with its PDF printer), two copies,
 * two-sided; what comes out has the same pages with the same words. A script of its own, because it needs CUPS and has to
 * add a queue. `--out DIR` keeps what came out.
 */
const { values } = parseArgs({ options: { out: { type: 'string' } } });
const copies = 2;

const dir = values.out ? path.resolve(values.out) : mkdtempSync(path.join(os.tmpdir(), 'check-print-'));
mkdirSync(dir, { recursive: true });
const queue = openQueue(dir);
if ('missing' in queue) {
  console.log(`check:print is skipped: ${queue.missing}`);
  process.exit(0);
}
const typesetter = createTypesetter(nodeSpawner(), { templatesDir: path.join(projectDir, 'templates') });
try {
  const ours = await typesetter.pdf(threePages());
  const file = path.join(dir, 'nghi-quyet.pdf');
  writeFileSync(file, ours.bytes);
  const started = performance.now();
  const printedFile = await queue.print(file, { copies, sides: 'two-sided-long-edge' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const printed = readFileSync(printedFile);
  writeFileSync(path.join(dir, 'printed.pdf'), printed);
  const [our, their] = [await readPdf(ours.bytes), await readPdf(new Uint8Array(printed))];
  const faults = compare(our.pages, their.pages);
  console.table({
    'pages of the resolution': our.pages.length,
    'pages out of the queue': their.pages.length,
    'time in the queue': `${seconds} s`,
    result: faults.length > 0 ? faults.join('; ') : 'ok',
  });
  if (faults.length > 0) process.exitCode = 1;
} finally {
  typesetter.dispose();
  queue.close();
  if (!values.out) rmSync(dir, { recursive: true, force: true });
}

function threePages() {
  const body = doc(
    heading(1, 'Kết quả năm 2021'),
    ...Array.from({ length: 10 }, () => paragraph(longParagraph)),
    heading(1, 'Tổ chức thực hiện'),
    paragraph('Nghị quyết này có hiệu lực từ ngày ký.'),
  );
  return composeDocument({ document: { ...resolution, body }, name: sonLien, indicators });
}

/** Copies come one after the other; two-sided, a copy of an odd number of pages is filled up with an empty one. */
function compare(ours: readonly PdfPage[], printed: readonly PdfPage[]): string[] {
  const wanted = Array.from({ length: copies }, () => ours).flat();
  const found = printed.filter(({ items }) => items.some(({ text }) => text.trim() !== ''));
  if (found.length !== wanted.length) return [`${found.length} printed pages instead of ${wanted.length}`];
  return wanted.flatMap((page, i) => {
    const differs = found[i] && differenceOf(page, found[i]);
    return differs ? [`page ${i + 1}: ${differs}`] : [];
  });
}
