import type { Input, MethodName, Output } from './contract.ts';
import type { WireError } from './errors.ts';

/** The two fixed channels between the page and the main process. */
export const invokeChannel = 'api';
export const eventChannel = 'event';

/** A change set: as of which something was read, or by which it was saved. Later ones have higher numbers. */
export type Basis = { id: string; seq: number };

/** What a command left in the journal; lets the page offer "Hoàn tác". */
export type ChangeNotice = Basis & { command: string; undoable: boolean };

/** `asOf`: of a query, the newest change set before it was asked; what it answers holds all that came until then. */
export type Result<T> =
  | { ok: true; value: T; change?: ChangeNotice; asOf?: Basis }
  | { ok: false; error: WireError };

/** `stage` is the last part of the message id `job.stage.<stage>`; `total` is 0 while it is not known. */
export type Progress = { job: string; stage: string; done: number; total: number };

/** The job of opening the store: its progress comes before the page has asked for anything. */
export const startupJob = 'startup';

export type BridgeEvent =
  | { kind: 'changed'; change: ChangeNotice | null }
  | { kind: 'progress'; progress: Progress };

/** What the preload puts at `window.bridge`. `job` names a task so that its progress can be followed and cancelled. */
export type Bridge = {
  invoke: <N extends MethodName>(method: N, input: Input<N>, job?: string) => Promise<Result<Output<N>>>;
  subscribe: (listener: (event: BridgeEvent) => void) => () => void;
};
