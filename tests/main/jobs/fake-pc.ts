import { setImmediate as breathe } from 'node:timers/promises';
import type { JobPorts } from '#main/jobs/ports.ts';

export type FakePc = JobPorts & {
  /** Lets time pass, and whatever is due begin in it. */
  pass: (ms: number) => Promise<void>;
  type: () => void;
  putInDrive: () => void;
  /** How many wait for their time. */
  waiting: () => number;
  watchesDrives: () => boolean;
};

/** What was begun gets as far as it can without time. */
async function settle(): Promise<void> {
  for (let n = 0; n < 5; n += 1) await breathe();
}

/** A PC whose clock, keyboard and drives are moved by hand. */
export function createFakePc(): FakePc {
  let now = 1_000_000;
  let typedAt = 0;
  let arrived: (() => void) | null = null;
  const timers = new Set<{ at: number; call: () => void }>();
  return {
    now: () => now,
    later: (ms, call) => {
      const timer = { at: now + ms, call };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    lastInput: () => typedAt,
    watchDrives: (tell) => {
      arrived = tell;
      return () => {
        arrived = null;
      };
    },
    pass: async (ms) => {
      const end = now + ms;
      await settle();
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers.delete(next);
        now = Math.max(now, next.at);
        next.call();
        await settle();
      }
      now = end;
    },
    type: () => {
      typedAt = now;
    },
    putInDrive: () => arrived?.(),
    waiting: () => timers.size,
    watchesDrives: () => arrived !== null,
  };
}
