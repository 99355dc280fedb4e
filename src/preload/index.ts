import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, BridgeEvent } from '#shared/bridge.ts';

// Types only: the contract itself would make this file a hundred times as large.
const invokeChannel: typeof import('#shared/bridge.ts').invokeChannel = 'api';
const eventChannel: typeof import('#shared/bridge.ts').eventChannel = 'event';

const bridge: Bridge = {
  invoke: (method, input, job) => ipcRenderer.invoke(invokeChannel, method, input, job),
  subscribe: (listener) => {
    const forward = (_: unknown, event: BridgeEvent) => listener(event);
    ipcRenderer.on(eventChannel, forward);
    return () => ipcRenderer.removeListener(eventChannel, forward);
  },
};

contextBridge.exposeInMainWorld('bridge', Object.freeze(bridge));
