import { describe, expect, it } from 'vitest';
import {
  type DraftQueue,
  emptyQueue,
  interval,
  type QueueEffect,
  type QueueEvent,
  retryAfter,
  stepQueue,
} from '#renderer/lib/forms/draft-queue.ts';

const write = { do: 'write' } as const;
const soon = { do: 'startTimer', after: interval } as const;
const later = { do: 'startTimer', after: retryAfter } as const;
const stopTimer = { do: 'stopTimer' } as const;
const tell = (state: 'typing' | 'drafted' | 'clean' | 'failed') => ({ do: 'tell', state }) as const;

/** What the last of the events has for effects. */
function last(...events: QueueEvent[]): readonly QueueEffect[] {
  let queue: DraftQueue = emptyQueue;
  let effects: readonly QueueEffect[] = [];
  for (const event of events) ({ queue, effects } = stepQueue(Object.freeze(queue), event));
  return effects;
}

describe('typing', () => {
  it('is written after a while; steady typing does not push the write away', () => {
    expect(last('touched')).toEqual([tell('typing'), soon]);
    expect(last('touched', 'touched')).toEqual([]);
    expect(last('touched', 'touched', 'timeUp')).toEqual([write]);
  });

  it('during a write is written after it, and is not told to be safe before', () => {
    expect(last('touched', 'timeUp', 'written')).toEqual([tell('drafted')]);
    expect(last('touched', 'timeUp', 'touched')).toEqual([tell('typing'), soon]);
    expect(last('touched', 'timeUp', 'touched', 'written')).toEqual([]);
    expect(last('touched', 'timeUp', 'touched', 'timeUp')).toEqual([]);
    expect(last('touched', 'timeUp', 'touched', 'timeUp', 'written')).toEqual([write]);
  });

  it('that ends where it began leaves a clean form', () => {
    expect(last('touched', 'timeUp', 'discarded')).toEqual([tell('clean')]);
  });
});

describe('a write that failed', () => {
  it('is told, and tried again in its time or with the next keystroke, whichever is set first', () => {
    expect(last('touched', 'timeUp', 'failed')).toEqual([tell('failed'), later]);
    expect(last('touched', 'timeUp', 'failed', 'touched')).toEqual([]);
    expect(last('touched', 'timeUp', 'touched', 'failed')).toEqual([tell('failed')]);
    expect(last('touched', 'timeUp', 'failed', 'timeUp')).toEqual([write]);
    expect(last('touched', 'timeUp', 'failed', 'timeUp', 'written')).toEqual([tell('drafted')]);
  });

  it('is not tried again once the page is left', () => {
    expect(last('touched', 'timeUp', 'left', 'failed')).toEqual([tell('failed')]);
  });
});

describe('a hold', () => {
  it('stops the timer and lets no write start; what was typed is written in its time afterwards', () => {
    expect(last('touched', 'held')).toEqual([stopTimer]);
    expect(last('touched', 'held', 'touched')).toEqual([]);
    expect(last('touched', 'held', 'flushed')).toEqual([]);
    expect(last('touched', 'held', 'resumed')).toEqual([soon]);
    expect(last('held', 'resumed')).toEqual([]);
  });

  it('waits for no write that is due: it is made when the hold ends', () => {
    expect(last('touched', 'timeUp', 'touched', 'timeUp', 'held', 'written')).toEqual([]);
    expect(last('touched', 'timeUp', 'touched', 'timeUp', 'held', 'written', 'resumed')).toEqual([write]);
  });

  it('that is released brings the row up to date at once, or after the write that runs', () => {
    expect(last('held', 'released')).toEqual([write]);
    expect(last('touched', 'timeUp', 'held', 'released')).toEqual([]);
    expect(last('touched', 'timeUp', 'held', 'released', 'written')).toEqual([tell('drafted'), write]);
  });
});

describe('leaving', () => {
  it('writes at once what is typed, and nothing when nothing is', () => {
    expect(last('touched', 'left')).toEqual([stopTimer, write]);
    expect(last('left')).toEqual([]);
  });

  it('leaves no timer that would write over the next form of the row', () => {
    const rewritten: QueueEvent[] = ['touched', 'timeUp', 'touched', 'timeUp', 'failed', 'written'];
    expect(last('touched', 'timeUp', 'touched', 'timeUp', 'failed')).toEqual([tell('failed'), later, write]);
    expect(last(...rewritten, 'left', 'timeUp')).toEqual([]);
  });

  it('is over when the page is entered again', () => {
    expect(last('left', 'entered', 'touched', 'timeUp', 'failed')).toEqual([tell('failed'), later]);
  });
});

it('a flush does not wait for the timer', () => {
  expect(last('touched', 'flushed')).toEqual([stopTimer, write]);
  expect(last('flushed')).toEqual([]);
});
