import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import type { Dispatcher } from '#main/api/dispatch.ts';
import { type BridgeEvent, eventChannel, invokeChannel, type Result } from '#shared/bridge.ts';
import { isOwnUrl } from './guard.ts';

const refused: Result<never> = { ok: false, error: { code: 'UNTRUSTED', detail: {} } };

/** Of methods and jobs; no name of ours comes near. */
const longestName = 200;

/** The page's two channels. The sender is looked at before anything it sends. */
export function serveBridge(invoke: Dispatcher['invoke'], page: () => WebContents | null): void {
  ipcMain.handle(invokeChannel, (event, method: unknown, input: unknown, job: unknown) => {
    if (!isTrusted(event.senderFrame, page())) return refused;
    if (!isName(method) || (job !== undefined && !isName(job))) return refused;
    return invoke(method, input, job);
  });
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestName;
}

/** Only the main frame of our own window; a frame that is gone is null. */
function isTrusted(frame: WebFrameMain | null, page: Pick<WebContents, 'mainFrame'> | null): boolean {
  return frame !== null && page !== null && frame === page.mainFrame && isOwnUrl(frame.url);
}

export function sendEvent(page: WebContents | null, event: BridgeEvent): void {
  if (page && !page.isDestroyed()) page.send(eventChannel, event);
}
