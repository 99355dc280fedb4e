/** Runs a piece of work again and again, never twice at once, and always once more after the last `touch`. */
export type LatestOnly = { touch: (wait?: number) => void; stop: () => void };

/**
 * For work that follows typing: begins at most `interval` ms after the first touch (not a debounce: steady typing must
 * not push it away), and while one run is under way, all touches together cause one more. `wait` ms for what is in a hurry.
 */
export function latestOnly(run: () => Promise<void>, interval: number): LatestOnly {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running = false;
  /** How soon after this run the next one begins; null for none. */
  let again: number | null = null;
  let stopped = false;

  function schedule(wait: number): void {
    if (stopped || (timer !== null && wait >= interval)) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void start(), wait);
  }

  async function start(): Promise<void> {
    timer = null;
    running = true;
    try {
      await run();
    } finally {
      running = false;
      const wait = again;
      again = null;
      if (wait !== null) schedule(wait);
    }
  }

  return {
    touch: (wait = interval) => {
      if (running) again = Math.min(again ?? wait, wait);
      else schedule(wait);
    },
    stop: () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
