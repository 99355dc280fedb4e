import { fileURLToPath } from 'node:url';
import { createTypesetter, type Typesetter } from '#main/workers/typesetter-client.ts';
import type { SpawnWorker } from '#main/workers/worker-client.ts';
import { lentWorkers } from '../../../support/lent-workers.ts';

const templatesDir = fileURLToPath(new URL('../../../../templates', import.meta.url));

/** The real typesetter in a real process, by default one that other tests had before. */
export function startTypesetter(spawn: SpawnWorker = lentWorkers, timeoutMs?: number): Typesetter {
  return createTypesetter(spawn, { templatesDir, timeoutMs });
}
