import { createEngine, type TypesetEngine } from './typeset-engine.ts';
import type {
  TypesetAnswer,
  TypesetOperation,
  TypesetRequest,
  TypesetResult,
} from './typesetter-protocol.ts';

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

/** The binder is loaded when a file is bound: most processes only set pages. */
async function work(request: TypesetRequest): Promise<TypesetResult[TypesetOperation]> {
  switch (request.op) {
    case 'sheets':
      return { count: await (await import('./bind-file.ts')).sheetsOf(request.input) };
    case 'bind':
      return { bytes: await (await import('./bind-file.ts')).bindFile(request.input) };
    case 'view':
      return engineFor(request.templatesDir).view(request.input);
    default:
      return engineFor(request.templatesDir)[request.op](request.input);
  }
}

async function answer(request: TypesetRequest): Promise<TypesetAnswer> {
  const { id } = request;
  try {
    return { id, ok: true, value: await work(request) };
  } catch (error) {
    return {
      id,
      ok: false,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

if (port) {
  port.on(
    'message',
    ({ data }) => void answer(data as TypesetRequest).then((value) => port.postMessage(value)),
  );
} else {
  process.on('message', (message) => {
    void answer(message as TypesetRequest).then((value) => process.send?.(value));
  });
  // A parent that was killed must not leave its typesetter behind.
  process.on('disconnect', () => process.exit(0));
}
