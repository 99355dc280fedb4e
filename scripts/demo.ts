import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createCliHost } from '#main/cli/host.ts';
import { recordTables } from '#main/db/journal/triggers.ts';
import { createProgram, type Program } from '#main/program.ts';
import { nodeSpawner } from '#main/workers/node-process.ts';
import { AppError } from '#shared/errors.ts';
import { errorText } from '#shared/i18n/translate.ts';

/*
 * `npm run demo -- --out DIR`: the main job from end to end without a window. Makes a data folder with the demo
 * records, prints the resolution and the minutes, makes a backup, verifies it, restores it elsewhere and compares.
 */
const { values } = parseArgs({ options: { out: { type: 'string' } } });
const out = resolve(values.out ?? 'dist/demo');
const folders = { data: join(out, 'du-lieu'), stick: join(out, 'sao-luu'), restored: join(out, 'phuc-hoi') };

// Its own default folder is made anew; one that somebody named is never emptied.
if (!values.out) rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
if (readdirSync(out).length > 0) {
  console.error(`The folder is not empty: ${out}`);
  process.exit(1);
}

const started = performance.now();
const host = createCliHost();
const program = open(folders.data);
const restored = open(folders.restored);
try {
  await run();
  console.log(`Done in ${((performance.now() - started) / 1000).toFixed(1)} s. Everything is in ${out}`);
} catch (error) {
  console.error(error instanceof AppError ? errorText('vi', error) : error);
  process.exitCode = 1;
} finally {
  await program.close();
  await restored.close();
}

function open(dataFolder: string): Program {
  return createProgram({
    appRoot: resolve(import.meta.dirname, '..'),
    dataFolder,
    host,
    spawn: nodeSpawner(),
    log: { error: (id, error) => console.error(id, error) },
  });
}

async function run(): Promise<void> {
  const { call } = program;
  await program.services.session.open();
  await call.app.loadDemo({});
  const [conference] = await call.conferences.list({});
  const documents = await call.documents.list({});
  const resolution = documents.find((document) => document.conferenceId === conference?.id);
  const later = documents.find((document) => document.status === 'issued' && document !== resolution);
  if (!conference || !resolution || !later) throw new Error('the demo records are incomplete');
  say('Data folder', folders.data);
  say('Conference', `${conference.startsAt}: ${conference.members} members, ${conference.present} present`);

  await print('Resolution', { kind: 'document', id: resolution.id }, 'nghi-quyet.pdf');
  await print('Minutes', { kind: 'minutes', id: conference.id }, 'bien-ban.pdf');
  await print('Under the names of 2026', { kind: 'document', id: later.id }, 'ke-hoach-2026.pdf');

  host.folder = folders.stick;
  const backup = await call.backup.create({});
  if (!backup) throw new Error('no backup was made');
  host.backupFile = join(folders.stick, backup.fileName);
  say('Backup', `${host.backupFile} (${backup.bytes} bytes, change ${backup.manifest.seq})`);

  const inspected = await restored.call.backup.inspect({});
  if (!inspected) throw new Error('the backup was not read');
  say(
    'Verified',
    `seal ${inspected.sha256.slice(0, 16)}…, journal head ${inspected.manifest.head.slice(0, 16)}…`,
  );
  await restored.call.backup.restore({ token: inspected.token });
  say('Restored to', folders.restored);
  compare();
}

async function print(
  what: string,
  source: Parameters<typeof program.call.print.exportPdf>[0]['source'],
  name: string,
) {
  host.pdfTarget = join(out, name);
  const printed = await program.call.print.exportPdf({ source });
  say(what, `${host.pdfTarget} (${printed?.pages} pages, PDF/A-2b)`);
}

/** Row by row, the journal included. */
function compare(): void {
  const [original, copy] = [program, restored].map((one) => one.services.session.store().raw);
  if (!original || !copy) throw new Error('no store');
  let rows = 0;
  for (const table of [...recordTables(original), 'change_set', 'change_row']) {
    const [a, b] = [original, copy].map((raw) => raw.prepare(`SELECT * FROM "${table}" ORDER BY 1`).all());
    if (JSON.stringify(a) !== JSON.stringify(b)) throw new Error(`the restored ${table} differs`);
    rows += a?.length ?? 0;
  }
  say('Compared', `${rows} rows, all equal`);
}

function say(what: string, detail: string): void {
  console.log(`${what.padEnd(24)}${detail}`);
}
