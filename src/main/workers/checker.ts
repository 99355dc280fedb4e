import Sqlite from 'better-sqlite3';
import { inspectBackup, sealBackup } from '#main/db/backup-file.ts';
import { type Report, verifyStore } from '#main/db/journal/verify.ts';
import { isOutOfMemory } from '#main/db/trouble.ts';
import { AppError } from '#shared/errors.ts';
import type { CheckerOperation, CheckerRequest, CheckerResult } from './checker-protocol.ts';
import { serveRequests } from './worker-entry.ts';
import type { WorkerWatch } from './worker-protocol.ts';

/* Entry of the checker's own process. */
serveRequests<CheckerRequest>(async (request, watch) => {
  try {
    return await work(request, watch);
  } catch (error) {
    throw isOutOfMemory(error) ? new AppError('CHECK_FAILED', { reason: 'memory' }, error) : error;
  }
});

async function work(
  { op, input }: CheckerRequest,
  watch: WorkerWatch,
): Promise<CheckerResult[CheckerOperation]> {
  switch (op) {
    case 'verify':
      return verifyCopy(input.file, watch);
    case 'seal':
      return sealBackup(input.file, input.about, watch);
    case 'inspect':
      return inspectBackup(input.file, input.newestVersion, watch);
  }
}

function verifyCopy(file: string, watch: WorkerWatch): Report {
  const raw = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    return verifyStore(raw, watch);
  } finally {
    raw.close();
  }
}
