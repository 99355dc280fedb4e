import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { lastWordsOf } from './last-words.ts';
import type { SpawnWorker } from './worker-client.ts';

/**
 * Workers as forks of Node, for the command line and the tests (the program itself uses Electron's utility processes).
 * Their files lie beside this one.
 */
export function nodeSpawner(): SpawnWorker {
  return (name) => {
    const entry = new URL(`./${name}.ts`, import.meta.url);
    // Advanced serialisation carries bytes as they are; no flag of the parent (test runner, inspector) is inherited.
    const child = fork(fileURLToPath(entry), [], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const lastWords = lastWordsOf(child.stderr);
    return {
      post: (message) => child.send(message, () => undefined),
      onMessage: (listener) => child.on('message', listener),
      onExit(listener) {
        let told = false;
        const tell = () => {
          if (!told) listener(lastWords());
          told = true;
        };
        // Gone, and heard to the end.
        child.on('close', tell);
        child.on('error', tell);
      },
      kill: () => child.kill('SIGKILL'),
    };
  };
}
