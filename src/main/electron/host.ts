import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  BrowserWindow,
  dialog,
  type OpenDialogOptions,
  type SaveDialogOptions,
  shell,
  type WebContentsPrintOptions,
} from 'electron';
import type { Host, PrintWay } from '#main/api/services.ts';
import { AppError } from '#shared/errors.ts';
import type { PrintedPage } from '#shared/features/print/contract.ts';
import type { Language } from '#shared/i18n/languages.ts';
import { translate } from '#shared/i18n/translate.ts';
import { appOrigin, type MadePages } from './scheme.ts';
import { pagePreferences, type TextSizeSetting } from './window.ts';

/** The system's dialogs. The system no longer remembers the last folder, so this does, for as long as the program runs. */
export function createHost(
  window: BrowserWindow,
  made: MadePages,
  language: () => Language,
  textSize: TextSizeSetting,
): Host {
  let lastFolder = join(homedir(), 'Documents');

  async function openSeveral(options: OpenDialogOptions): Promise<string[] | null> {
    const answer = await dialog.showOpenDialog(window, { defaultPath: lastFolder, ...options });
    const [path] = answer.filePaths;
    if (answer.canceled || !path) return null;
    lastFolder = options.properties?.includes('openDirectory') ? path : dirname(path);
    return answer.filePaths;
  }

  async function open(options: OpenDialogOptions): Promise<string | null> {
    return (await openSeveral(options))?.[0] ?? null;
  }

  async function save(suggestedName: string, options: SaveDialogOptions): Promise<string | null> {
    const answer = await dialog.showSaveDialog(window, {
      defaultPath: join(lastFolder, suggestedName),
      ...options,
    });
    if (answer.canceled || !answer.filePath) return null;
    lastFolder = dirname(answer.filePath);
    return answer.filePath;
  }

  return {
    chooseFolder: (use) =>
      open({
        title: translate(language(), use === 'backup' ? 'dialog.backupFolder' : 'dialog.pdfFolder'),
        properties: ['openDirectory', 'createDirectory'],
      }),
    chooseBackupFile: () =>
      open({
        title: translate(language(), 'dialog.backupFile'),
        properties: ['openFile'],
        filters: [{ name: translate(language(), 'dialog.backupType'), extensions: ['snq'] }],
      }),
    choosePdfTarget: (suggestedName) =>
      save(suggestedName, {
        title: translate(language(), 'dialog.pdfTarget'),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      }),
    chooseWordTarget: (suggestedName) =>
      save(suggestedName, {
        title: translate(language(), 'dialog.wordTarget'),
        filters: [{ name: 'Word', extensions: ['docx'] }],
        properties: ['showOverwriteConfirmation'],
      }),
    chooseFiles: () =>
      openSeveral({
        title: translate(language(), 'dialog.attachFiles'),
        properties: ['openFile', 'multiSelections'],
      }),
    chooseSaveTarget: (suggestedName) =>
      save(suggestedName, {
        title: translate(language(), 'dialog.saveAttachment'),
        // Windows and macOS ask before a file is replaced; elsewhere the dialog has to be told to.
        properties: ['showOverwriteConfirmation'],
      }),
    openFile: async (path) => {
      const refused = await shell.openPath(path);
      if (refused) throw new AppError('FILE_UNREADABLE', { reason: 'noViewer' });
    },
    printPages: (pages, way = {}) => printPages(pages, way, made),
    textSize,
  };
}

/** The pages of the preview, one to a sheet, in a window of their own that nobody sees; the system asks the rest. */
async function printPages(
  pages: readonly PrintedPage[],
  { copies = 1, isTwoSided = false }: PrintWay,
  made: MadePages,
): Promise<void> {
  const root = `/print-${randomUUID()}`;
  for (const [index, page] of pages.entries())
    made.set(`${root}/${index}.svg`, { type: 'image/svg+xml', body: page.svg });
  made.set(`${root}/index.html`, { type: 'text/html; charset=utf-8', body: printDocument(pages) });
  made.set(`${root}/print.css`, { type: 'text/css', body: printStyle(pages) });
  const window = new BrowserWindow({ show: false, webPreferences: { ...pagePreferences, devTools: false } });
  try {
    await window.loadURL(`${appOrigin}${root}/index.html`);
    await new Promise<void>((resolve, reject) => {
      const settings: WebContentsPrintOptions = {
        margins: { marginType: 'none' },
        printBackground: true,
        copies,
        duplexMode: isTwoSided ? 'longEdge' : 'simplex',
      };
      window.webContents.print(settings, (done, reason) => {
        // Calling the dialog off is an answer, not a failure.
        if (done || /cancel/iu.test(reason)) resolve();
        else reject(new AppError('FILE_UNWRITABLE', { reason: 'printer' }));
      });
    });
  } finally {
    window.destroy();
    for (const path of [...made.keys()]) if (path.startsWith(root)) made.delete(path);
  }
}

function printDocument(pages: readonly PrintedPage[]): string {
  const images = pages.map((_, index) => `<img src="${index}.svg" alt="">`).join('');
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><link rel="stylesheet" href="print.css"><body>${images}</body></html>`;
}

function printStyle(pages: readonly PrintedPage[]): string {
  const { widthMm = 210, heightMm = 297 } = pages[0] ?? {};
  return `@page { size: ${widthMm}mm ${heightMm}mm; margin: 0 }
html, body { margin: 0 }
img { display: block; width: ${widthMm}mm; height: ${heightMm}mm; break-after: page }
img:last-child { break-after: auto }`;
}
