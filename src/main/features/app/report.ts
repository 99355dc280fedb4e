import { readdir, readFile, stat, statfs } from 'node:fs/promises';
import { arch, freemem, version as osVersion, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { TaskContext } from '#main/api/context.ts';
import { allPreferences } from '#main/db/preferences.ts';
import { logFolder } from '#main/db/store-files.ts';
import { verifyNow } from '#main/features/journal/index.ts';
import { codeOf, wholeError } from '#shared/errors.ts';

/** Settings that say how the program runs; others may hold words of records. */
const toldSettings = ['language', 'colorScheme', 'lockAfterMinutes'];

type Lines = readonly string[];

/**
 * What a technician needs to see what is wrong: versions, room, settings, the check of the store and the log; no texts of
 * records. Each part stands for itself: what cannot be read says why, and the rest is told all the same.
 */
export async function technicianReport(ctx: TaskContext): Promise<string> {
  const parts: [title: string, lines: () => Promise<Lines>][] = [
    ['program', async () => versions(ctx)],
    ['system', async () => system()],
    ['room', () => room(ctx.services.session.folder)],
    ['store', () => store(ctx)],
    ['check', () => check(ctx)],
    ['log', () => log(ctx.services.session.folder)],
  ];
  const told: string[] = [];
  for (const [title, lines] of parts) told.push(`[${title}]`, ...(await lines().catch(whyNot)), '');
  return told.join('\r\n');
}

function whyNot(error: unknown): Lines {
  return [`not read: ${codeOf(error) ?? ''}`, ...wholeError(error).split('\n')];
}

function versions({ services, now }: TaskContext): Lines {
  const { electron = '-', chrome = '-', node } = process.versions;
  const memory = new Sqlite(':memory:');
  const sqlite = memory.prepare('SELECT sqlite_version()').pluck().get();
  memory.close();
  return [
    `at ${now()}`,
    `version ${services.version}`,
    `schema ${services.schemaVersion}`,
    `electron ${electron}, chrome ${chrome}, node ${node}, sqlite ${sqlite}`,
  ];
}

function system(): Lines {
  const mb = (bytes: number) => Math.round(bytes / 1_000_000);
  return [
    `${type()} ${release()} ${arch()} (${osVersion()})`,
    `memory ${mb(freemem())} of ${mb(totalmem())} MB free`,
  ];
}

async function room(folder: string): Promise<Lines> {
  const { bavail, bsize } = await statfs(folder);
  const names = await readdir(folder);
  const sizes = names.sort().map(async (name) => {
    const found = await stat(join(folder, name));
    return `${name} ${found.isDirectory() ? '(folder)' : `${found.size} bytes`}`;
  });
  return [`free ${bavail * bsize} bytes`, ...(await Promise.all(sizes))];
}

async function store({ services: { session } }: TaskContext): Promise<Lines> {
  const startup = session.startup();
  if (startup.state === 'failed') {
    const { code, detail } = startup.error;
    return [`not open: ${code} ${detail.reason ?? ''} ${detail.logId ?? ''}`.trimEnd()];
  }
  const { raw, db } = session.present();
  const settings = Object.entries(await allPreferences(db)).filter(([key]) => toldSettings.includes(key));
  return [
    `open, schema ${raw.pragma('user_version', { simple: true })}`,
    ...settings.map(([key, value]) => `${key} ${value}`),
  ];
}

async function check(ctx: TaskContext): Promise<Lines> {
  const { session } = ctx.services;
  if (session.startup().state === 'failed') return ['-'];
  const { changeSets, rows, head, faults } = await verifyNow(session.present(), ctx);
  return [
    `${changeSets} change sets, ${rows} rows, ${faults.length} faults, head ${head}`,
    ...faults.map(({ kind, seq, table }) => `${kind} ${seq ?? ''} ${table ?? ''}`.trimEnd()),
  ];
}

/** Older files first. */
async function log(folder: string): Promise<Lines> {
  const from = join(folder, logFolder);
  const names = await readdir(from).catch(() => []);
  const files = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(from, name))).mtimeMs })),
  );
  const texts = files
    .sort((a, b) => a.at - b.at)
    .map(async ({ name }) => `-- ${name}\n${await readFile(join(from, name), 'utf8')}`);
  return (await Promise.all(texts)).flatMap((text) => text.split(/\r?\n/u));
}
