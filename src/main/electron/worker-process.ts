import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { SpawnWorker } from '#main/workers/worker-client.ts';

/** Workers as Electron's utility processes: a panic in one takes down neither the window nor the store. */
export function electronSpawner(mainOutFolder: string): SpawnWorker {
  return (name) => {
    const child = utilityProcess.fork(join(mainOutFolder, `${name}.js`), [], {
      serviceName: name,
      stdio: 'ignore',
    });
    return {
      post: (message) => child.postMessage(message),
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => child.once('exit', listener),
      kill: () => child.kill(),
    };
  };
}
