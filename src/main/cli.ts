import { resolve } from 'node:path';
import { arrayBuffer } from 'node:stream/consumers';
import { everyRole } from '#shared/define.ts';
import { AppError, wholeError } from '#shared/errors.ts';
import { errorText, isMessageId, translate } from '#shared/i18n/translate.ts';
import type { Actor } from './api/context.ts';
import type { Log } from './api/log.ts';
import { toWireError } from './api/to-wire-error.ts';
import { readArguments } from './cli/arguments.ts';
import { PlainText, UsageError } from './cli/command.ts';
import { commands } from './cli/commands.ts';
import { createCliHost } from './cli/host.ts';
import { defaultDataFolder } from './data-folder.ts';
import { hasStore } from './db/open.ts';
import { createProgram, type Program } from './program.ts';
import { nodeSpawner } from './workers/node-process.ts';

/*
 * The headless door: the same dispatcher without a window and without Electron. JSON on stdout, words on stderr,
 * exit 0 done, 1 refused, 2 usage. See docs/cli.md.
 */
const done = 0;
const refused = 1;
const misused = 2;

/** Whoever can start it can read the file as well: it asks for no PIN, and the journal says that it was used. */
const commandLine: Actor = { id: 'command-line', name: 'Dòng lệnh', roles: everyRole };

const log: Log = {
  error: (id, error) => console.error(`[${id}]`, wholeError(error)),
};

async function main(argv: readonly string[]): Promise<number> {
  const [name = '', ...rest] = argv;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return explain();
  const { words, options } = readArguments(command, rest);
  if (command.needsFolder && !options.data) throw new UsageError(command.usage);
  const host = createCliHost();
  const program = createProgram({
    appRoot: resolve(import.meta.dirname, '../..'),
    dataFolder: resolve(options.data ?? defaultDataFolder()),
    host,
    spawn: nodeSpawner(),
    log,
    actor: commandLine,
    emit: (event) => {
      if (event.kind === 'progress' && process.stderr.isTTY) console.error(event.progress.stage);
    },
  });
  try {
    if (command.needsStore) await openOrRefuse(program.services.session, command.makesStore);
    const value = await command.run({ words, options, program, host, readInput });
    process.stdout.write(`${value instanceof PlainText ? value.text : JSON.stringify(value, null, 2)}\n`);
    return done;
  } finally {
    await program.close();
  }
}

/** Standard input as UTF-8: letters of another encoding would be kept as question marks. @throws AppError VALIDATION */
async function readInput(): Promise<string> {
  const bytes = await arrayBuffer(process.stdin);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('VALIDATION', { reason: 'encoding' });
  }
}

async function openOrRefuse(session: Program['services']['session'], makesStore = false): Promise<void> {
  const { folder } = session;
  if (!makesStore && !hasStore(folder))
    throw new AppError('STORE_UNAVAILABLE', { reason: 'none', params: { folder } });
  const startup = await session.open();
  if (startup.state === 'failed') throw new AppError(startup.error.code, startup.error.detail);
}

function explain(): number {
  const lines = Object.values(commands).map(({ usage }) => `  ${usage}`);
  console.error(['npm run -s cli -- LỆNH [--data THƯ_MỤC]', ...lines].join('\n'));
  return misused;
}

function refuse(error: unknown): number {
  if (error instanceof UsageError) {
    console.error(`npm run -s cli -- ${error.message} [--data THƯ_MỤC]`);
    return misused;
  }
  const wire = toWireError(error, log);
  const message = errorText('vi', wire);
  const issues = wire.detail.issues?.map(({ path, message: id, params }) => ({
    path,
    message: isMessageId(id) ? translate('vi', id, params) : id,
  }));
  process.stdout.write(`${JSON.stringify({ code: wire.code, message, issues })}\n`);
  console.error([message, ...(issues ?? []).map((issue) => `  ${issue.path}: ${issue.message}`)].join('\n'));
  return refused;
}

/** Whoever read has gone, or the disk behind `>` is full: the store is closed as ever, but what was asked is not told. */
process.stdout.on('error', () => {
  process.exitCode = refused;
});

const exitCode = await main(process.argv.slice(2)).catch(refuse);
process.exitCode ??= exitCode;
