/** Longest time in ms between a keystroke and the write that holds it. */
export const interval = 400;

/** Wait in ms before a failed write is tried again. */
export const retryAfter = 3_000;

/** When what is typed is written. Pure: the clock and the store are with `draft-writer.ts`. */
export type DraftQueue = {
  /** Something was typed since the last write began, or that write failed. */
  isTyped: boolean;
  /** The row is brought up to date as soon as it may be. */
  isDue: boolean;
  isWriting: boolean;
  /** No write starts: a save is under way, or the draft of last time is not known yet. */
  isHeld: boolean;
  /** A timer is set that ends in `timeUp`. */
  isTimed: boolean;
  /** The page was left: what fails now is not tried again. */
  isLeft: boolean;
};

/** `written`, `discarded` and `failed` end the write; the others are what `DraftWriter` is asked for. */
export type QueueEvent =
  | 'touched'
  | 'timeUp'
  | 'flushed'
  | 'held'
  | 'resumed'
  | 'released'
  | 'left'
  | 'entered'
  | 'written'
  | 'discarded'
  | 'failed';

export type QueueEffect =
  | { do: 'startTimer'; after: number }
  | { do: 'stopTimer' }
  /** Asks for the newest text and writes it; ends in `written`, `discarded` or `failed`. */
  | { do: 'write' }
  | { do: 'tell'; state: 'typing' | 'drafted' | 'clean' | 'failed' };

export type QueueStep = { queue: DraftQueue; effects: readonly QueueEffect[] };

export const emptyQueue: DraftQueue = {
  isTyped: false,
  isDue: false,
  isWriting: false,
  isHeld: false,
  isTimed: false,
  isLeft: false,
};

export function stepQueue(queue: DraftQueue, event: QueueEvent): QueueStep {
  switch (event) {
    case 'touched': {
      const step = scheduled({ ...queue, isTyped: true }, interval);
      return queue.isTyped ? step : after([{ do: 'tell', state: 'typing' }], step);
    }
    case 'timeUp':
      // What another write has taken along needs none: after its page is left it would write over the next form of the row.
      return drained({ ...queue, isTimed: false, isDue: queue.isDue || queue.isTyped });
    case 'flushed':
      return flushed(queue);
    case 'left':
      return flushed({ ...queue, isLeft: true });
    case 'entered':
      return { queue: { ...queue, isLeft: false }, effects: [] };
    case 'held':
      return untimed({ ...queue, isHeld: true });
    case 'resumed': {
      const free = { ...queue, isHeld: false };
      return free.isTyped && !free.isDue ? scheduled(free, interval) : drained(free);
    }
    case 'released':
      return drained({ ...queue, isHeld: false, isDue: true });
    case 'written':
      return ended(queue, 'drafted');
    case 'discarded':
      return ended(queue, 'clean');
    case 'failed': {
      const open = { ...queue, isWriting: false, isTyped: true };
      const step = open.isLeft ? { queue: open, effects: [] } : scheduled(open, retryAfter);
      return after([{ do: 'tell', state: 'failed' }, ...step.effects], drained(step.queue));
    }
  }
}

function after(effects: readonly QueueEffect[], step: QueueStep): QueueStep {
  return { queue: step.queue, effects: [...effects, ...step.effects] };
}

function scheduled(queue: DraftQueue, wait: number): QueueStep {
  if (queue.isTimed || queue.isHeld) return { queue, effects: [] };
  return { queue: { ...queue, isTimed: true }, effects: [{ do: 'startTimer', after: wait }] };
}

function untimed(queue: DraftQueue): QueueStep {
  if (!queue.isTimed) return { queue, effects: [] };
  return { queue: { ...queue, isTimed: false }, effects: [{ do: 'stopTimer' }] };
}

/** One write at a time; what is typed during it is written after it. */
function drained(queue: DraftQueue): QueueStep {
  if (!queue.isDue || queue.isHeld || queue.isWriting) return { queue, effects: [] };
  return { queue: { ...queue, isDue: false, isTyped: false, isWriting: true }, effects: [{ do: 'write' }] };
}

function flushed(queue: DraftQueue): QueueStep {
  if (!queue.isTyped || queue.isHeld) return drained(queue);
  const step = untimed(queue);
  return after(step.effects, drained({ ...step.queue, isDue: true }));
}

/** What was typed during the write is not told to be safe. */
function ended(queue: DraftQueue, state: 'drafted' | 'clean'): QueueStep {
  const step = drained({ ...queue, isWriting: false });
  return queue.isTyped ? step : after([{ do: 'tell', state }], step);
}
