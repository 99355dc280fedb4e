import { AppError } from '#shared/errors.ts';
import { createEngine, type TypesetEngine } from './typeset-engine.ts';
import type { TypesetOperation, TypesetRequest, TypesetResult } from './typesetter-protocol.ts';
import { serveRequests } from './worker-entry.ts';

/* Entry of the typesetter's own process. */
const engines = new Map<string, TypesetEngine>();

function engineFor(templatesDir: string): TypesetEngine {
  const engine = engines.get(templatesDir) ?? engineOf(templatesDir);
  engines.set(templatesDir, engine);
  return engine;
}

/** @throws AppError TYPESET_FAILED files */
function engineOf(templatesDir: string): TypesetEngine {
  try {
    return createEngine(templatesDir);
  } catch (error) {
    throw new AppError('TYPESET_FAILED', { reason: 'files' }, error);
  }
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

serveRequests(work);
