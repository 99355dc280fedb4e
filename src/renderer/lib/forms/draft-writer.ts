import { type DraftQueue, emptyQueue, type QueueEffect, type QueueEvent, stepQueue } from './draft-queue.ts';

type Options = {
  /** What the draft row must hold now; null when it must not exist. Asked at the last moment, so always the newest. */
  read: () => string | null;
  put: (value: string) => Promise<unknown>;
  discard: () => Promise<unknown>;
  onState: (state: 'typing' | 'drafted' | 'clean' | 'failed') => void;
};

/**
 * Writes what is typed to the draft table: at most `interval` after the first unsafe keystroke, and again at most every
 * `interval` while typing goes on. Not a debounce: steady typing must not push the write away. One write at a time.
 */
export type DraftWriter = {
  /** A keystroke happened. */
  touch: () => void;
  /** Writes now what has been typed; resolves when nothing is under way. */
  flush: () => Promise<void>;
  /** No write starts from here on; resolves when the running one is over. For the time of a save. */
  hold: () => Promise<void>;
  /** Ends the hold; what was typed meanwhile is written in its time. */
  resume: () => void;
  /** Ends the hold and at once brings the row to what `read` says. */
  release: () => Promise<void>;
  /** The page is left: writes what is open, tries no more afterwards. */
  leave: () => Promise<void>;
  /** The page is (again) on screen. */
  enter: () => void;
};

/** The clock and the store to the queue of `draft-queue.ts`, which decides. */
export function createDraftWriter({ read, put, discard, onState }: Options): DraftWriter {
  let queue: DraftQueue = emptyQueue;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void)[] = [];

  function happen(event: QueueEvent): void {
    const step = stepQueue(queue, event);
    queue = step.queue;
    for (const effect of step.effects) run(effect);
    if (queue.isWriting) return;
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
  }

  function run(effect: QueueEffect): void {
    switch (effect.do) {
      case 'startTimer':
        timer = setTimeout(() => happen('timeUp'), effect.after);
        return;
      case 'stopTimer':
        clearTimeout(timer);
        return;
      case 'write':
        void write();
        return;
      case 'tell':
        onState(effect.state);
    }
  }

  async function write(): Promise<void> {
    let outcome: QueueEvent;
    try {
      const value = read();
      await (value === null ? discard() : put(value));
      outcome = value === null ? 'discarded' : 'written';
    } catch {
      outcome = 'failed';
    }
    happen(outcome);
  }

  /** Resolves when nothing is being written. */
  function afterThat(event: QueueEvent): Promise<void> {
    happen(event);
    return queue.isWriting ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve();
  }

  return {
    touch: () => happen('touched'),
    flush: () => afterThat('flushed'),
    hold: () => afterThat('held'),
    resume: () => happen('resumed'),
    release: () => afterThat('released'),
    leave: () => afterThat('left'),
    enter: () => happen('entered'),
  };
}
