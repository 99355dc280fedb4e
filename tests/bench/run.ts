import path from 'node:path';
import { build, buildIsFresh } from '../../scripts/lib/build.ts';
import { displayIsMissing, startXvfb } from '../../scripts/lib/display.ts';
import { projectDir } from '../../scripts/lib/project.ts';
import { ensureRuntime } from '../../scripts/runtime.ts';
import { createTestApp, removeTempFolders, tempFolder } from '../support/test-app.ts';
import { measureChecking, measureComparing } from './checking.ts';
import { firstLoad } from './first-load.ts';
import { measureHistory } from './history.ts';
import { measureJournal } from './journal.ts';
import { measureMany } from './many.ts';
import { median } from './median.ts';
import { measureOpening } from './opening.ts';
import { measureLongMinutes, measurePrinting, measureTypedPages } from './printing.ts';
import { measureReading } from './reading.ts';
import { measureSaving } from './saving.ts';
import { measureSearching } from './searching.ts';
import { measureStalls } from './stalls.ts';
import { measureTyping } from './typing.ts';
import { type Start, startOnce } from './windows.ts';

/*
 * Speed and size, measured against a baseline in the same run. Never a test: a slow moment is no fault.
 * The goals are those of the issue that brought the measurement in.
 */
const rounds = 7;
const settleMs = 3_000;

type Row = { what: string; ours: string; baseline: string; result: string; goal: string };

const runtime = await ensureRuntime();
if (!buildIsFresh()) {
  const { status, output } = await build();
  if (status !== 0) throw new Error(output);
}
const display = displayIsMissing ? await startXvfb('1600x900') : null;
if (display) process.env.DISPLAY = display.name;

const rows: Row[] = [];
const bareDir = path.join(import.meta.dirname, 'bare-window');
const starts: { ours: Start[]; bare: Start[] } = { ours: [], bare: [] };
// An ordinary morning: a store with records in it, and a program that has run before.
const [office, nothing] = [await demoFolder(), tempFolder()];
for (let round = 0; round <= rounds; round += 1) {
  const settle = round === rounds ? settleMs : 0;
  const bare = await startOnce(runtime, bareDir, nothing, settle);
  const ours = await startOnce(runtime, projectDir, office, settle);
  // The first of each fills the caches and does not count.
  if (round === 0) continue;
  starts.bare.push(bare);
  starts.ours.push(ours);
}
const ours = median(starts.ours.map((start) => start.usableMs));
const bare = median(starts.bare.map((start) => start.usableMs));
rows.push({
  what: 'start to usable window',
  ours: ms(ours),
  baseline: `${ms(bare)} bare window`,
  result: ratio(ours, bare),
  goal: '≤ 1.50',
});

const memory = { ours: starts.ours.at(-1)?.megabytes ?? 0, bare: starts.bare.at(-1)?.megabytes ?? 0 };
rows.push({
  what: 'memory of all processes',
  ours: mb(memory.ours),
  baseline: `${mb(memory.bare)} bare window`,
  result: `+${mb(memory.ours - memory.bare)}`,
  goal: '≤ +150 MB',
});

const [few, many] = await measureTyping(runtime, 3, 300);
rows.push({
  what: 'key to paint, 300 statements',
  ours: ms(many.keyToPaintMs),
  baseline: `${ms(few.keyToPaintMs)} with 3 statements`,
  result: ratio(many.keyToPaintMs, few.keyToPaintMs),
  goal: '≤ 1.20',
});
rows.push({
  what: 'opening a conference, 300 statements',
  ours: ms(many.openMs),
  baseline: `${ms(few.openMs)} with 3 statements`,
  result: ratio(many.openMs, few.openMs),
  goal: '',
});

const opening = await measureOpening(runtime);
for (const [what, { firstMs, againMs }, goal] of [
  ['the list of documents', opening.list, '≤ 60 ms'],
  ['a document', opening.document, '≤ 120 ms'],
  ['a conference', opening.conference, '≤ 200 ms'],
] as const)
  rows.push({
    what: `opening ${what} the first time`,
    ours: ms(firstMs),
    baseline: `${ms(againMs)} again`,
    result: '',
    goal,
  });

const saving = await measureSaving();
rows.push({
  what: 'saving one document',
  ours: ms(saving.dispatcherMs),
  baseline: `${ms(saving.plainMs)} the same rows, plain SQLite`,
  result: ratio(saving.dispatcherMs, saving.plainMs),
  goal: '≤ 2.00',
});
rows.push({
  what: 'saving one document, the first fifty',
  ours: ms(saving.firstMs),
  baseline: '',
  result: '',
  goal: '',
});
rows.push({
  what: 'saving one document, price of the journal',
  ours: ms(saving.dispatcherMs),
  baseline: `${ms(saving.bareMs)} without a journal, plain SQLite`,
  result: ratio(saving.dispatcherMs, saving.bareMs),
  goal: '',
});

const reading = await measureReading();
for (const [what, { oursMs, plainMs }] of [
  ['opening a document of 72 KB', reading.open],
  [`a list of ${reading.documents} documents`, reading.list],
] as const)
  rows.push({
    what,
    ours: ms(oursMs),
    baseline: `${ms(plainMs)} the same rows read and parsed, plain SQLite`,
    result: ratio(oursMs, plainMs),
    goal: '',
  });

const printing = await measurePrinting();
const paper = `${printing.pages} pages`;
rows.push({
  what: `resolution to PDF, cold (${paper})`,
  ours: ms(printing.coldMs),
  baseline: '',
  result: '',
  goal: '',
});
rows.push({
  what: `resolution to PDF, warm (${paper})`,
  ours: ms(printing.warmMs),
  baseline: '',
  result: '',
  goal: '',
});
rows.push({
  what: `resolution to preview, warm (${paper})`,
  ours: ms(printing.previewMs),
  baseline: '',
  result: '',
  goal: '',
});

const typed = await measureTypedPages();
for (const [what, took, goal] of [
  ['from nothing', typed.coldMs, ''],
  ['after a key', typed.keyMs, '≤ 60 ms'],
] as const) {
  rows.push({
    what: `resolution to its pages in view, ${what} (${typed.pages} pages)`,
    ours: ms(took),
    baseline: '',
    result: '',
    goal,
  });
}

const long = await measureLongMinutes();
for (const [what, took] of [
  ['composing', long.composeMs],
  ['to PDF, cold', long.pdfMs],
  ['to preview', long.previewMs],
] as const) {
  rows.push({
    what: `minutes of 300 statements, ${what} (${long.pages} pages)`,
    ours: ms(took),
    baseline: '',
    result: '',
    goal: '',
  });
}

const several = await measureMany(500);
rows.push({
  what: '500 documents to PDF in one go',
  ours: `${several.perSecond.toFixed(1)} a second`,
  baseline: `${mb(several.megabytesAt.few)} after 100`,
  result: `${mb(several.megabytesAt.all)} after 500`,
  goal: 'flat',
});

const checking = await measureChecking();
rows.push({
  what: 'check after a keystroke, 20 pages',
  ours: ms(checking.throughMs),
  baseline: `${ms(checking.rulesMs)} the rules alone`,
  result: '',
  goal: '≤ 100 ms',
});
rows.push({
  what: 'two versions of 40 pages compared',
  ours: ms(await measureComparing()),
  baseline: '',
  result: '',
  goal: '',
});

const history = await measureHistory();
rows.push({
  what: 'history of a document, 500 changes',
  ours: ms(history.oursMs),
  baseline: `${ms(history.plainMs)} both whole rows read and parsed, plain SQLite`,
  result: ratio(history.oursMs, history.plainMs),
  goal: '',
});

const journal = await measureJournal();
rows.push(
  {
    what: 'journal, one word saved in a paper of 40 pages',
    ours: `${(journal.word.ours / 1000).toFixed(1)} kB`,
    baseline: `${(journal.word.whole / 1000).toFixed(0)} kB both whole rows`,
    result: ratio(journal.word.ours, journal.word.whole),
    goal: '≤ 6 kB',
  },
  {
    what: 'journal of an office, 300 papers saved 3 times, 60 conferences of 30 statements',
    ours: `${journal.office.ours.toFixed(1)} MB`,
    baseline: `${journal.office.whole.toFixed(0)} MB both whole texts`,
    result: ratio(journal.office.ours, journal.office.whole),
    goal: '≤ 8 MB',
  },
  {
    what: 'a version of 300 read back',
    ours: ms(journal.versionMs),
    baseline: '',
    result: '',
    goal: '≤ 5 ms',
  },
  {
    what: 'history of one of 60 conferences',
    ours: ms(journal.historyMs),
    baseline: '',
    result: '',
    goal: '',
  },
  {
    what: `a column added to ${journal.column.papers} documents`,
    ours: `${journal.column.seconds.toFixed(1)} s`,
    baseline: '',
    result: `+${(journal.column.growth * 100).toFixed(2)} %`,
    goal: '≤ +1 %',
  },
);

const searching = await measureSearching(1_000);
const among = `${searching.documents} documents of 12 KB`;
rows.push({
  what: `search, ${among}, words that all of them say`,
  ours: ms(searching.findMs),
  baseline: `${ms(searching.plainMs)} the same match counted, plain SQLite`,
  result: ratio(searching.findMs, searching.plainMs),
  goal: '',
});
for (const [what, took] of [
  ['after a save', searching.afterSaveMs],
  ['with its index from nothing', searching.indexMs],
] as const)
  rows.push({ what: `search, ${among}, ${what}`, ours: ms(took), baseline: '', result: '', goal: '' });

const { megabytes, ...stalls } = await measureStalls(4_000, 4);
for (const [what, stall] of Object.entries(stalls)) {
  rows.push({
    what: `${what}, a store of ${mb(megabytes)}`,
    ours: ms(stall.tookMs),
    baseline: '',
    result: `${ms(stall.longestMs)} at a stretch`,
    goal: what === 'attach' ? '' : '≤ 300 ms',
  });
}

const load = firstLoad(path.join(projectDir, 'out', 'renderer'));
rows.push({
  what: 'first load of the page',
  ours: kb(load.bytes),
  baseline: '',
  result: `${kb(load.gzipped)} gzipped`,
  goal: '',
});

removeTempFolders();
display?.stop();
console.log(`Electron: ${runtime.kind}, ${process.platform} ${process.arch}, Node ${process.version}`);
console.table(Object.fromEntries(rows.map(({ what, ...rest }) => [what, rest])));

async function demoFolder(): Promise<string> {
  const app = await createTestApp();
  await app.call.app.loadDemo({});
  await app.close();
  return app.folder;
}

function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}

function mb(value: number): string {
  return `${value.toFixed(0)} MB`;
}

function kb(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} kB`;
}

function ratio(value: number, baseline: number): string {
  return (value / baseline).toFixed(2);
}
