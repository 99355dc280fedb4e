import { join } from 'node:path';
import { app, BrowserWindow, type BrowserWindowConstructorOptions, dialog } from 'electron';
import { translate } from '#shared/i18n/translate.ts';
import { appOrigin } from './scheme.ts';

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

export function openMainWindow(outFolder: string): BrowserWindow {
  const options: BrowserWindowConstructorOptions = {
    width: 1366,
    height: 768,
    minWidth: 800,
    minHeight: 500,
    // Shown when painted: an old PC would otherwise stare at white for a while.
    show: false,
    backgroundColor: '#ffffff',
    title: 'Sổ Nghị quyết',
    autoHideMenuBar: true,
    webPreferences: {
      ...pagePreferences,
      devTools: !app.isPackaged,
      preload: join(outFolder, 'preload', 'index.cjs'),
    },
  };
  const window = new BrowserWindow(options);
  window.once('ready-to-show', () => window.show());
  closeAfterDrafts(window);
  zoomByKeyboard(window);
  void window.loadURL(`${appOrigin}/`);
  return window;
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
function zoomByKeyboard(window: BrowserWindow): void {
  const contents = window.webContents;
  contents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || !(input.control || input.meta) || input.alt) return;
    const step = input.key === '+' || input.key === '=' ? 0.5 : input.key === '-' ? -0.5 : null;
    if (input.key !== '0' && step === null) return;
    event.preventDefault();
    contents.setZoomLevel(step === null ? 0 : Math.max(-2, Math.min(4, contents.getZoomLevel() + step)));
  });
}
