import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, Menu } from 'electron';
import { defaultDataFolder } from './data-folder.ts';
import { createFileLog } from './electron/file-log.ts';
import { guardPages } from './electron/guard.ts';
import { createHost } from './electron/host.ts';
import { sendEvent, serveBridge } from './electron/ipc.ts';
import { type MadePages, registerScheme, serveBundle } from './electron/scheme.ts';
import { openMainWindow } from './electron/window.ts';
import { electronSpawner } from './electron/worker-process.ts';
import { createProgram } from './program.ts';

/* Composition root: the only place that wires things. */

const outFolder = resolve(import.meta.dirname, '..');
const dataFolder = resolve(app.commandLine.getSwitchValue('data') || defaultDataFolder());

app.enableSandbox();
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
    return beside;
  } catch {
    return join(tmpdir(), 'so-nghi-quyet-cua-so');
  }
}

async function start(): Promise<void> {
  let window: BrowserWindow | null = null;
  const page = () => (window && !window.isDestroyed() ? window.webContents : null);
  const made: MadePages = new Map();
  const log = createFileLog(dataFolder);
  const program = createProgram({
    appRoot: app.getAppPath(),
    dataFolder,
    host: createHost(
      () => window,
      made,
      () => 'vi',
    ),
    spawn: electronSpawner(join(outFolder, 'main')),
    log,
    emit: (event) => sendEvent(page(), event),
  });

  guardPages();
  serveBundle(join(outFolder, 'renderer'), made);
  serveBridge(program.dispatcher, page);
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  window = openMainWindow(outFolder);
  // While the page loads: its first question waits for the answer.
  await program.services.session.open();

  window.webContents.on('render-process-gone', (_, details) => {
    log.error('page', details.reason);
    if (details.reason !== 'clean-exit') page()?.reload();
  });
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    void program.close().finally(() => app.quit());
  });
}
