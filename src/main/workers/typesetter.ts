import { createEngine, type TypesetEngine } from './typeset-engine.ts';
import type { TypesetAnswer, TypesetRequest } from './typesetter-protocol.ts';

/**
 * Entry of the typesetter's own process: a utility process of Electron (`process.parentPort`) or a fork of Node
 * (`process.send`). Described here by shape, so that the same file runs in both.
 */
type ParentPort = {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
};

const port = (process as { parentPort?: ParentPort }).parentPort;
const engines = new Map<string, TypesetEngine>();

function engineFor(templatesDir: string): TypesetEngine {
  const engine = engines.get(templatesDir) ?? createEngine(templatesDir);
  engines.set(templatesDir, engine);
  return engine;
}

function answer({ id, op, model, templatesDir }: TypesetRequest): TypesetAnswer {
  try {
    return { id, ok: true, value: engineFor(templatesDir)[op](model) };
  } catch (error) {
    return {
      id,
      ok: false,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

if (port) {
  port.on('message', ({ data }) => port.postMessage(answer(data as TypesetRequest)));
} else {
  process.on('message', (message) => process.send?.(answer(message as TypesetRequest)));
  // A parent that was killed must not leave its typesetter behind.
  process.on('disconnect', () => process.exit(0));
}
