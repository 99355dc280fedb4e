import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readMetrics, wordFile } from '#main/paper/word/index.ts';
import { nodeSpawner } from '#main/workers/node-process.ts';
import { createTypesetter } from '#main/workers/typesetter-client.ts';
import { readPdf } from '../tests/main/paper/support/pdf-reader.ts';
import { comparePapers, type Finding } from './check-word/compare.ts';
import { hasLibreOffice, installCommand, startLibreOffice } from './check-word/libre-office.ts';
import { type Sample, samples } from './check-word/samples.ts';
import { projectDir } from './lib/project.ts';

/*
 * `npm run check:word`: the DOCX files as LibreOffice sets them, against our own pages: the same text, the same number
 * of pages, and head, title, signature and recipients at most 2 mm away. A script of its own, because it needs
 * LibreOffice. `--out DIR` keeps the files, to look at; `--only NAME`
 * takes one.
 */
const { values } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string' } } });
const fastEnough = 0.05;

if (!hasLibreOffice()) {
  console.log(`check:word is skipped: LibreOffice is missing. To install it: ${installCommand}`);
  process.exit(0);
}
const out = values.out ? path.resolve(values.out) : mkdtempSync(path.join(os.tmpdir(), 'check-word-'));
mkdirSync(out, { recursive: true });
const templatesDir = path.join(projectDir, 'templates');
const typesetter = createTypesetter(nodeSpawner(), { templatesDir });
const libreOffice = startLibreOffice(path.join(out, 'profile'), path.join(templatesDir, 'fonts'));
const metrics = readMetrics(path.join(templatesDir, 'fonts'));
let hasFailed = false;
try {
  const rows = [];
  for (const sample of samples().filter(({ name }) => !values.only || name === values.only))
    rows.push(await check(sample));
  console.table(Object.fromEntries(rows.map(({ name, ...row }) => [name, row])));
} finally {
  typesetter.dispose();
  if (!values.out) rmSync(out, { recursive: true, force: true });
}
process.exitCode = hasFailed ? 1 : 0;

async function check({ name, model }: Sample) {
  const docx = path.join(out, `${name}.docx`);
  writeFileSync(docx, await wordFile(model, metrics));
  const theirMs = libreOffice.convert(docx);
  // As it is in the running program: the typesetter's process is there already.
  await typesetter.pdf(model);
  const started = performance.now();
  const ours = await typesetter.pdf(model);
  const ourMs = performance.now() - started;
  writeFileSync(path.join(out, `${name}-ours.pdf`), ours.bytes);
  const theirs = readFileSync(path.join(out, `${name}.pdf`));
  const found: Finding = comparePapers(
    await readPdf(ours.bytes),
    await readPdf(new Uint8Array(theirs)),
    model,
  );
  const speed = ourMs / theirMs;
  const faults = [
    ...found.faults,
    ...(speed > fastEnough ? [`${speed.toFixed(3)} of LibreOffice's time`] : []),
  ];
  if (faults.length > 0) hasFailed = true;
  return {
    name,
    pages: found.pages,
    ...found.distances,
    'PDF/A ÷ LibreOffice': `${ourMs.toFixed(0)} ÷ ${theirMs.toFixed(0)} ms = ${speed.toFixed(3)}`,
    result: faults.length > 0 ? faults.join('; ') : 'ok',
  };
}
