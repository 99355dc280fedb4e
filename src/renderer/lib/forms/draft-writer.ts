type Options = {
  /** What the draft row must hold now; null when it must not exist. Asked at the last moment, so always the newest. */
  read: () => string | null;
  put: (value: string) => Promise<unknown>;
  discard: () => Promise<unknown>;
  onState: (state: 'typing' | 'drafted' | 'clean' | 'failed') => void;
  /** Longest time in ms between a keystroke and the write that holds it. */
  interval?: number;
  /** Wait in ms before a failed write is tried again. */
  retryAfter?: number;
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

export function createDraftWriter({
  read,
  put,
  discard,
  onState,
  interval = 400,
  retryAfter = 3_000,
}: Options): DraftWriter {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Promise<void> | null = null;
  let typed = false;
  let due = false;
  let held = false;
  let left = false;

  function stopTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function fire(): void {
    stopTimer();
    due = true;
    void drain();
  }

  function schedule(after: number): void {
    if (timer === null && !held) timer = setTimeout(fire, after);
  }

  async function writeOnce(): Promise<void> {
    due = false;
    typed = false;
    try {
      const value = read();
      await (value === null ? discard() : put(value));
      if (!typed) onState(value === null ? 'clean' : 'drafted');
    } catch {
      typed = true;
      onState('failed');
      if (!left) schedule(retryAfter);
    }
  }

  function drain(): Promise<void> {
    if (running !== null) return running;
    if (!due || held) return Promise.resolve();
    running = (async () => {
      while (due && !held) await writeOnce();
      running = null;
    })();
    return running;
  }

  async function flush(): Promise<void> {
    if (typed && !held) {
      stopTimer();
      due = true;
    }
    await drain();
  }

  return {
    touch: () => {
      if (!typed) {
        typed = true;
        onState('typing');
      }
      schedule(interval);
    },
    flush,
    hold: async () => {
      held = true;
      stopTimer();
      await running;
    },
    resume: () => {
      held = false;
      if (typed) schedule(interval);
    },
    release: async () => {
      held = false;
      due = true;
      await drain();
    },
    leave: async () => {
      left = true;
      await flush();
    },
    enter: () => {
      left = false;
    },
  };
}
