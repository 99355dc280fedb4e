import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { composeDocument } from '#main/features/documents/papers/document.ts';
import { nodeSpawner } from '#main/workers/node-process.ts';
import { createTypesetter } from '#main/workers/typesetter-client.ts';
import {
  doc,
  heading,
  indicators,
  longParagraph,
  paragraph,
  resolution,
  sonLien,
} from '../tests/main/paper/support/records.ts';
import { openQueue } from './check-print/queue.ts';
import { faultOf, isWhite, type Picture, picturesOf, straysBetween } from './check-print/same-picture.ts';
import { projectDir } from './lib/project.ts';

/*
 * `npm run check:print`: a resolution of three pages through a real print queue (CUPS with its PDF printer), two copies,
 * two-sided; what comes out looks as what went in, page by page. Compared as pictures: the language of printers keeps how
 * letters are drawn and not which they are. A script of its own, because it needs CUPS and has to add a queue, and poppler
 * for the pictures. `--out DIR` keeps what came out; `--printed FILE` looks at that file in place of printing.
 */
const { values } = parseArgs({ options: { out: { type: 'string' }, printed: { type: 'string' } } });
const copies = 2;

const dir = values.out ? path.resolve(values.out) : mkdtempSync(path.join(os.tmpdir(), 'check-print-'));
mkdirSync(dir, { recursive: true });
const queue = values.printed ? { print: async () => values.printed ?? '', close: () => {} } : openQueue(dir);
if ('missing' in queue) {
  console.log(`check:print is skipped: ${queue.missing}`);
  process.exit(0);
}
const typesetter = createTypesetter(nodeSpawner(), { templatesDir: path.join(projectDir, 'templates') });
try {
  const { bytes } = await typesetter.pdf(threePages());
  const file = path.join(dir, 'nghi-quyet.pdf');
  writeFileSync(file, bytes);
  const started = performance.now();
  const printed = await queue.print(file, { copies, sides: 'two-sided-long-edge' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  copyFileSync(printed, path.join(dir, 'printed.pdf'));
  if (!report(picturesOf(file, dir), picturesOf(printed, dir))) process.exitCode = 1;
  console.log(`Time in the queue: ${seconds} s`);
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

/**
 * One line a page; false when something is wrong. Copies come one after the other; two-sided, a copy of an odd number of
 * pages is filled up with an empty one.
 */
function report(sent: readonly Picture[], printed: readonly Picture[]): boolean {
  const found = printed.filter((page) => !isWhite(page));
  const wanted = Array.from({ length: copies }, () => sent).flat();
  const lines = wanted.map((page, i) => {
    const came = found[i];
    const strays = came && straysBetween(page, came);
    return {
      copy: 1 + Math.floor(i / sent.length),
      page: 1 + (i % sent.length),
      'ink out of place': strays ? `${(strays.share * 100).toFixed(2)} %` : '',
      'in one square': strays ? `${strays.inSquare} pixels` : '',
      result: came ? (faultOf(page, came) ?? 'ok') : 'did not come out',
    };
  });
  console.table(lines);
  const tooMany = found.length - wanted.length;
  if (tooMany > 0) console.log(`${tooMany} pages more than were sent`);
  return tooMany <= 0 && lines.every(({ result }) => result === 'ok');
}
