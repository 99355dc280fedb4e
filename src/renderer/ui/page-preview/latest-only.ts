/** Runs a piece of work again and again, never twice at once, and always once more after the last `touch`. */
export type LatestOnly = { touch: () => void; stop: () => void };

/**
 * For work that follows typing: begins at most `interval` ms after the first touch (not a debounce: steady typing must
 * not push it away), and while one run is under way, all touches together cause one more.
 */
export function latestOnly(run: () => Promise<void>, interval: number): LatestOnly {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running = false;
  let again = false;
  let stopped = false;

  function schedule(): void {
    if (timer === null && !stopped) timer = setTimeout(() => void start(), interval);
  }

  async function start(): Promise<void> {
    timer = null;
    running = true;
    try {
      await run();
    } finally {
      running = false;
      if (again) {
        again = false;
        schedule();
      }
    }
  }

  return {
    touch: () => {
      if (running) again = true;
      else schedule();
    },
    stop: () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
