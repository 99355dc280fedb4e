import type { Services } from '#main/api/services.ts';
import type { Store } from '#main/db/open.ts';
import type { Client } from '#shared/contract.ts';

/** What makes a job due. It is done once the PC has come to rest, and not before a store is open and today is shown. */
export type When =
  /** The program begun, or something was changed. By whomever: a job that itself changes records never comes to rest. */
  | { kind: 'afterChange' }
  /** The program begun, or so long since it was done last. */
  | { kind: 'every'; ms: number }
  /** Somebody used the program. */
  | { kind: 'idle' }
  /** A drive (a USB stick) was put in. */
  | { kind: 'drive' };

export type JobContext = {
  /** The program's own methods, as the program itself: the journal says so. */
  call: Client;
  services: Services;
  store: Store;
  /** Aborted when the program closes, which waits for the job. */
  signal: AbortSignal;
};

/** Work that the program does by itself. Long work breathes: whoever comes back to the PC is not kept waiting. */
export type Job = {
  name: string;
  when: When;
  /** May fail: it is logged, and done again later. */
  run: (ctx: JobContext) => Promise<void>;
};
