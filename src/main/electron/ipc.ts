import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import type { Dispatcher } from '#main/api/dispatch.ts';
import { type BridgeEvent, eventChannel, invokeChannel, type Result } from '#shared/bridge.ts';
import { isOwnUrl } from './guard.ts';

const refused: Result<never> = { ok: false, error: { code: 'UNTRUSTED', detail: {} } };

/** The page's two channels. The sender is looked at before anything it sends. */
export function serveBridge(invoke: Dispatcher['invoke'], page: () => WebContents | null): void {
  ipcMain.handle(invokeChannel, (event, method: unknown, input: unknown, job: unknown) => {
    if (!isTrusted(event.senderFrame, page())) return refused;
    if (typeof method !== 'string' || (job !== undefined && typeof job !== 'string')) return refused;
    return invoke(method, input, job);
  });
}

/** Only the main frame of our own window; a frame that is gone is null. */
function isTrusted(frame: WebFrameMain | null, page: Pick<WebContents, 'mainFrame'> | null): boolean {
  return frame !== null && page !== null && frame === page.mainFrame && isOwnUrl(frame.url);
}

export function sendEvent(page: WebContents | null, event: BridgeEvent): void {
  if (page && !page.isDestroyed()) page.send(eventChannel, event);
}
