import type { Input, MethodName, Output } from './contract.ts';
import type { WireError } from './errors.ts';

/** The two fixed channels between the page and the main process. */
export const invokeChannel = 'api';
export const eventChannel = 'event';

/** What a command left in the journal; lets the page offer "Hoàn tác". */
export type ChangeNotice = { seq: number; command: string; undoable: boolean };

export type Result<T> = { ok: true; value: T; change?: ChangeNotice } | { ok: false; error: WireError };

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
