import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { app, Menu, type WebContents } from 'electron';
import { defaultDataFolder } from './data-folder.ts';
import { createFileLog } from './electron/file-log.ts';
import { guardPages } from './electron/guard.ts';
import { sendEvent, serveBridge } from './electron/ipc.ts';
import { type MadePages, registerScheme, serveBundle } from './electron/scheme.ts';
import { type MainWindow, openMainWindow } from './electron/window.ts';
import type { Program } from './program.ts';

/*
 * Composition root: the only place that wires things. The window comes first: while its process starts, which takes
 * as long as all the rest, the program behind it is loaded and the store opened. The page's first question waits.
 */
/** What a page that has asked its first question needs to be drawn: while the store is migrated it is given no files. */
const drawnMs = 700;
const longestWaitMs = 10_000;
const outFolder = resolve(import.meta.dirname, '..');
const dataFolder = resolve(app.commandLine.getSwitchValue('data') || defaultDataFolder());

// Chromium refuses its sandbox to root, who has to say so on the command line (tests do, and only there).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerScheme();
// An offline program: Chromium's own errands are switched off.
for (const name of ['disable-background-networking', 'disable-component-update'])
  app.commandLine.appendSwitch(name);
app.setPath('userData', windowFolder());

// One program per data folder; a second start brings the first to the front.
if (!app.requestSingleInstanceLock()) app.quit();
else void app.whenReady().then(start);

/** Chromium's own files lie beside the store they belong to, or nowhere that lasts. */
function windowFolder(): string {
  const beside = join(dataFolder, 'cua-so');
  try {
    mkdirSync(beside, { recursive: true });
    // Chromium takes a folder that it cannot lock for one that another start has locked, and ends without a word.
    const probe = join(beside, '.thu-ghi');
    writeFileSync(probe, '');
    rmSync(probe);
    return beside;
  } catch {
    return join(tmpdir(), 'so-nghi-quyet-cua-so');
  }
}

function start(): void {
  const log = createFileLog(dataFolder);
  process.on('unhandledRejection', (reason) => log.error('unheard', reason));
  // Else Electron puts a box with a stack in everybody's way until somebody clicks it; what is saved is safe in the store.
  process.on('uncaughtException', (error) => log.error('uncaught', error));
  const made: MadePages = new Map();
  guardPages();
  serveBundle(join(outFolder, 'renderer'), made);
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  const opened = openMainWindow(outFolder, dataFolder, () => {
    sendEvent(page(), { kind: 'changed', change: null });
  });
  const { window } = opened;
  const page = () => (window.isDestroyed() ? null : window.webContents);
  const asked = Promise.withResolvers<void>();
  const program = loadProgram(opened, page, made, log, asked.promise);
  serveBridge(async (...call) => {
    asked.resolve();
    return (await program).dispatcher.invoke(...call);
  }, page);

  window.webContents.on('render-process-gone', (_, details) => {
    log.error('page', details.reason);
    if (details.reason !== 'clean-exit') page()?.reload();
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => {
    program
      .then(({ close }) => close())
      .catch((error) => log.error('close', error))
      .finally(() => app.quit());
  });
}

async function loadProgram(
  { window, textSize }: MainWindow,
  page: () => WebContents | null,
  made: MadePages,
  log: ReturnType<typeof createFileLog>,
  asked: Promise<void>,
): Promise<Program> {
  const [{ createProgram }, { systemPorts }, { createHost }, { electronSpawner }] = await Promise.all([
    import('./program.ts'),
    import('./jobs/ports.ts'),
    import('./electron/host.ts'),
    import('./electron/worker-process.ts'),
  ]);
  let lastInput = systemPorts.now();
  window.webContents.on('input-event', () => {
    lastInput = systemPorts.now();
  });
  const program = createProgram({
    appRoot: app.getAppPath(),
    dataFolder,
    host: createHost(window, made, () => 'vi', textSize),
    spawn: electronSpawner(join(outFolder, 'main')),
    log,
    emit: (event) => sendEvent(page(), event),
    jobs: { ...systemPorts, lastInput: () => lastInput },
  });
  const { session } = program.services;
  // What takes long is begun when there is a page to say so; a page that does not come is no reason not to.
  if (session.isBehind()) await Promise.race([asked.then(() => sleep(drawnMs)), sleep(longestWaitMs)]);
  await session.open();
  return program;
}
