import { app, type Session, session, type WebContents } from 'electron';
import { appOrigin } from './scheme.ts';

/** Everything a page could ask for beyond its own files and the bridge is denied, for every page there will ever be. */
export function guardPages(): void {
  app.on('web-contents-created', (_, contents) => guardContents(contents));
  guardSession(session.defaultSession);
}

export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Sub-frames are only seen by will-frame-navigate.
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
}

function guardSession(pages: Session): void {
  pages.setPermissionRequestHandler((_, permission, answer, details) =>
    answer(isAllowed(permission, details.requestingUrl)),
  );
  pages.setPermissionCheckHandler((_, permission, origin) => isAllowed(permission, origin));
  pages.setDevicePermissionHandler(() => false);
  pages.setSpellCheckerEnabled(false);
  // The program opens no connection: whatever is not our own scheme is cut here.
  pages.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !isLocal(request.url) }));
}

/** Copying text is all a page may ask for. */
export function isAllowed(permission: string, origin: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnUrl(origin);
}

export function isOwnUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return `${url.protocol}//${url.host}` === appOrigin;
}

function isLocal(url: string): boolean {
  return isOwnUrl(url) || url.startsWith(`blob:${appOrigin}/`) || url.startsWith('data:') || isDevTools(url);
}

function isDevTools(url: string): boolean {
  return !app.isPackaged && url.startsWith('devtools://');
}
