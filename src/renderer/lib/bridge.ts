import type { Bridge } from '#shared/bridge.ts';

declare global {
  /** Put there by the preload. */
  var bridge: Bridge;
}

/** The one way out of the page. */
export const theBridge = (): Bridge => globalThis.bridge;
