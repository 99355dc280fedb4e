import { join } from 'node:path';
import { isOlderStore } from '#main/db/file-gate.ts';
import { type OpenOptions, openStore, type Store } from '#main/db/open.ts';
import { storeFileName } from '#main/db/store-files.ts';
import { troubleOf } from '#main/db/trouble.ts';
import { AppError, codeOf, type ErrorCode } from '#shared/errors.ts';
import type { Startup, StoreTrouble } from '#shared/features/app/contract.ts';
import type { Log } from './log.ts';
import type { Session } from './services.ts';
import { toWireError } from './to-wire-error.ts';

/** Keeps the one open store; a refusal to open is a state that the window shows, not a crash. */
export function createSession(
  options: Omit<OpenOptions, 'report' | 'onRestoreTakenBack'>,
  log: Log,
  onTrouble: () => void = () => undefined,
): Session {
  let trouble: StoreTrouble | null = null;
  let store: Store | null = null;
  let viewed: { past: Store; day: string } | null = null;
  let startup: Startup = { state: 'failed', error: { code: 'STORE_UNAVAILABLE', detail: {} } };
  let isRestoreTakenBack = false;
  const onRestoreTakenBack = () => {
    isRestoreTakenBack = true;
  };
  const present = () => {
    if (!store) throw new AppError('STORE_UNAVAILABLE');
    return store;
  };
  const leave = async () => {
    const leaving = viewed;
    viewed = null;
    await leaving?.past.close();
  };
  const report = (error: unknown) => {
    trouble = error === null ? null : kindOf(error);
    if (error !== null) log.error('store', error);
    onTrouble();
  };
  return {
    folder: options.folder,
    trouble: () => trouble,
    store: () => viewed?.past ?? present(),
    present,
    viewedDay: () => viewed?.day ?? null,
    view: async (past, day) => {
      await leave();
      viewed = { past, day };
    },
    leave,
    startup: () => startup,
    isRestoreTakenBack: () => isRestoreTakenBack,
    isBehind: () => isOlderStore(join(options.folder, storeFileName), options.migrations.length),
    open: async (acceptedAt) => {
      if (store) return startup;
      try {
        trouble = null;
        store = openStore({ ...options, acceptedAt, onRestoreTakenBack, report });
        startup = { state: 'ready' };
      } catch (error) {
        startup = { state: 'failed', error: toWireError(error, log) };
      }
      return startup;
    },
    close: async () => {
      await leave();
      const closing = store;
      store = null;
      isRestoreTakenBack = false;
      startup = { state: 'failed', error: { code: 'STORE_UNAVAILABLE', detail: {} } };
      await closing?.close();
    },
  };
}

const kinds: Partial<Record<ErrorCode, StoreTrouble>> = {
  DISK_FULL: 'full',
  DISK_FAILING: 'failing',
  STORE_READ_ONLY: 'readOnly',
};

function kindOf(error: unknown): StoreTrouble {
  if (codeOf(error) === 'ENOENT') return 'moved';
  return kinds[troubleOf(error)?.code ?? 'INTERNAL'] ?? 'failing';
}
