import { join } from 'node:path';
import type { Log } from '#main/api/log.ts';
import { logFolder } from '#main/db/store-files.ts';
import { wholeError } from '#shared/errors.ts';

/** Rotated files in the data folder, for the technician. Loaded with the first error: a start without one pays nothing. */
export function createFileLog(dataFolder: string): Log {
  const ready = () =>
    import('electron-log/node.js').then(({ default: log }) => {
      log.transports.console.level = false;
      log.transports.file.resolvePathFn = () => join(dataFolder, logFolder, 'chuong-trinh.log');
      log.transports.file.maxSize = 2_000_000;
      return log;
    });
  let loading: ReturnType<typeof ready> | undefined;
  return {
    error: (id, error) => {
      loading ??= ready();
      loading
        .then((log) => log.error(`[${id}]`, wholeError(error)))
        // Where not even the log can be written there is nobody left to tell.
        .catch(() => undefined);
    },
  };
}
