import { join } from 'node:path';
import { app, BrowserWindow, type BrowserWindowConstructorOptions, dialog, screen } from 'electron';
import { nextTextSize, type TextSize, usualTextSize } from '#shared/features/app/text-size.ts';
import { translate } from '#shared/i18n/translate.ts';
import { appOrigin } from './scheme.ts';
import { placeOnScreens, readWindowNote, writeWindowNote } from './window-place.ts';

/** What the page may not do. A test walks this object. */
export const pagePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
} as const;

/** Typing that waits for its draft row is written within this time; a closing window stays alive that long, unseen. */
const draftDelayMs = 900;

/** How large the letters are: read and changed by keys, by the settings, and kept. */
export type TextSizeSetting = { get: () => TextSize; set: (size: TextSize) => void };

export type MainWindow = { window: BrowserWindow; textSize: TextSizeSetting };

/** @param onTextSize it has become another one: what shows it reads it again */
export function openMainWindow(outFolder: string, dataFolder: string, onTextSize: () => void): MainWindow {
  const note = readWindowNote(dataFolder);
  const screens = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()];
  const place = placeOnScreens(
    note.place,
    screens.map(({ workArea }) => workArea),
  );
  const options: BrowserWindowConstructorOptions = {
    ...place,
    minWidth: 800,
    minHeight: 500,
    // Shown when painted: an old PC would otherwise stare at white for a while.
    show: false,
    backgroundColor: '#ffffff',
    title: 'Sổ Nghị quyết',
    autoHideMenuBar: true,
    webPreferences: {
      ...pagePreferences,
      zoomFactor: note.textSize / 100,
      devTools: !app.isPackaged,
      preload: join(outFolder, 'preload', 'index.cjs'),
    },
  };
  const window = new BrowserWindow(options);
  window.once('ready-to-show', () => {
    if (note.isMaximized) window.maximize();
    window.show();
  });
  const textSize = textSizeOf(window, note.textSize, () => {
    keepWindow(dataFolder, window, textSize.get());
    onTextSize();
  });
  // Once: it closes a second time, unseen, when its drafts are written.
  window.once('close', () => keepWindow(dataFolder, window, textSize.get()));
  closeAfterDrafts(window);
  zoomByKeyboard(window, textSize);
  void window.loadURL(`${appOrigin}/`);
  return { window, textSize };
}

function keepWindow(dataFolder: string, window: BrowserWindow, textSize: TextSize): void {
  writeWindowNote(dataFolder, {
    place: window.getNormalBounds(),
    isMaximized: window.isMaximized(),
    textSize,
  });
}

function textSizeOf(window: BrowserWindow, first: TextSize, onChange: () => void): TextSizeSetting {
  let size = first;
  const apply = () => window.webContents.setZoomFactor(size / 100);
  // Chromium has a memory of its own, by address; and a page that is loaded anew begins without ours.
  window.webContents.on('did-finish-load', apply);
  return {
    get: () => size,
    set: (next) => {
      if (next === size) return;
      size = next;
      apply();
      onChange();
    },
  };
}

function closeAfterDrafts(window: BrowserWindow): void {
  let isClosing = false;
  window.on('close', (event) => {
    if (isClosing) return;
    event.preventDefault();
    isClosing = true;
    window.hide();
    setTimeout(() => {
      if (!window.isDestroyed()) window.close();
    }, draftDelayMs);
  });
  // Only a page with words that it cannot put into a draft, on a full disk say, asks to stay.
  window.webContents.on('will-prevent-unload', (event) => {
    window.show();
    const [stay, close] = [0, 1];
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: translate('vi', 'dialog.unkept.message'),
      detail: translate('vi', 'dialog.unkept.detail'),
      buttons: [translate('vi', 'dialog.unkept.stay'), translate('vi', 'dialog.unkept.close')],
      defaultId: stay,
      cancelId: stay,
      noLink: true,
    });
    if (answer === close) event.preventDefault();
    else isClosing = false;
  });
}

/** Without a menu Chromium's own zoom keys are gone. */
function zoomByKeyboard(window: BrowserWindow, textSize: TextSizeSetting): void {
  window.webContents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || !(input.control || input.meta) || input.alt) return;
    const direction = input.key === '+' || input.key === '=' ? 1 : input.key === '-' ? -1 : null;
    if (input.key !== '0' && direction === null) return;
    event.preventDefault();
    textSize.set(direction === null ? usualTextSize : nextTextSize(textSize.get(), direction));
  });
}
