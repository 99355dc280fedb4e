import { join } from 'node:path';
import { Readable } from 'node:stream';
import { utilityProcess } from 'electron';
import { lastWordsOf } from '#main/workers/last-words.ts';
import type { SpawnWorker } from '#main/workers/worker-client.ts';

/** Workers as Electron's utility processes: a panic in one takes down neither the window nor the store. */
export function electronSpawner(mainOutFolder: string): SpawnWorker {
  return (name) => {
    const child = utilityProcess.fork(join(mainOutFolder, `${name}.js`), [], {
      serviceName: name,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const { stderr } = child;
    const lastWords = lastWordsOf(stderr instanceof Readable ? stderr : null);
    return {
      post: (message) => child.postMessage(message),
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => child.once('exit', (code) => listener(`exit ${code}\n${lastWords()}`)),
      kill: () => child.kill(),
    };
  };
}
