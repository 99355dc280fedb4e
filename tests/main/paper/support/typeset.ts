import { fileURLToPath } from 'node:url';
import { nodeSpawner } from '#main/workers/node-process.ts';
import { createTypesetter, type Typesetter } from '#main/workers/typesetter-client.ts';
import type { SpawnWorker } from '#main/workers/worker-client.ts';

const templatesDir = fileURLToPath(new URL('../../../../templates', import.meta.url));

/** The real typesetter in a real process of its own. */
export function startTypesetter(spawn: SpawnWorker = nodeSpawner(), timeoutMs?: number): Typesetter {
  return createTypesetter(spawn, { templatesDir, timeoutMs });
}
