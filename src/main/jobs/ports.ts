/** What jobs know of the world. */
export type JobPorts = {
  /** Milliseconds that only ever grow. */
  now: () => number;
  /** Calls once, later. @returns what calls it off */
  later: (ms: number, call: () => void) => () => void;
  /** When somebody typed or clicked last, in the time of `now`. */
  lastInput: () => number;
  /** Tells of each drive that is put in. @returns what ends it */
  watchDrives: (arrived: () => void) => () => void;
};

/** Of this PC. Without a window nobody types, and nothing tells of drives yet. */
export const systemPorts: JobPorts = {
  now: () => performance.now(),
  later: (ms, call) => {
    const timer = setTimeout(call, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
  lastInput: () => 0,
  watchDrives: () => () => undefined,
};
