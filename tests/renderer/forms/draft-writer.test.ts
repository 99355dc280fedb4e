import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { interval, retryAfter } from '#renderer/lib/forms/draft-queue.ts';
import { createDraftWriter } from '#renderer/lib/forms/draft-writer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A row that takes as long as the test likes, and the text that is typed for it. */
function createRow() {
  const asked: { value: string | null; end: (isDone: boolean) => void }[] = [];
  const states: string[] = [];
  const row = { text: null as string | null, stored: null as string | null };
  const store = (value: string | null) =>
    new Promise<void>((resolve, reject) => {
      const end = (isDone: boolean) => {
        if (!isDone) return reject(new Error('disk full'));
        row.stored = value;
        resolve();
      };
      asked.push({ value, end });
    });
  const writer = createDraftWriter({
    read: () => row.text,
    put: store,
    discard: () => store(null),
    onState: (state) => states.push(state),
  });
  return Object.assign(row, {
    writer,
    states,
    asked: () => asked.map(({ value }) => value),
    type: (text: string) => {
      row.text = text;
      writer.touch();
    },
    end: async (isDone = true) => {
      asked.shift()?.end(isDone);
      await pass(0);
    },
  });
}

async function isOver(promise: Promise<void>): Promise<boolean> {
  let over = false;
  void promise.then(() => {
    over = true;
  });
  await pass(0);
  return over;
}

describe('a slow write', () => {
  it('is followed by one with the newest text: the last word wins, one at a time', async () => {
    const row = createRow();
    row.type('một');
    await pass(interval);
    for (const text of ['hai', 'ba', 'bốn']) {
      row.type(text);
      await pass(interval);
    }
    expect(row.asked()).toEqual(['một']);
    await row.end();
    expect(row.stored).toBe('một');
    expect(row.asked()).toEqual(['bốn']);
    await row.end();
    expect(row.stored).toBe('bốn');
    expect(row.asked()).toEqual([]);
    expect(row.states).toEqual(['typing', 'typing', 'drafted']);
  });

  it('is waited for by a hold, and what is due after it is not begun', async () => {
    const row = createRow();
    row.type('một');
    await pass(interval);
    row.type('hai');
    const held = row.writer.hold();
    expect(await isOver(held)).toBe(false);
    await row.end();
    expect(await isOver(held)).toBe(true);
    await pass(retryAfter);
    expect(row.asked()).toEqual([]);
    row.writer.resume();
    await pass(interval);
    expect(row.asked()).toEqual(['hai']);
  });
});

describe('a store that refuses', () => {
  it('is asked again with what is typed by then', async () => {
    const row = createRow();
    row.type('một');
    await pass(interval);
    await row.end(false);
    expect(row.states).toEqual(['typing', 'failed']);
    row.type('một hai');
    await pass(retryAfter);
    expect(row.asked()).toEqual(['một hai']);
    await row.end();
    expect([row.stored, row.states.at(-1)]).toEqual(['một hai', 'drafted']);
  });

  it('is asked again when the text cannot be read either', async () => {
    const row = createRow();
    let isBroken = true;
    const writer = createDraftWriter({
      read: () => {
        if (isBroken) throw new Error('no editor');
        return 'một';
      },
      put: () => Promise.resolve(),
      discard: () => Promise.resolve(),
      onState: (state) => row.states.push(state),
    });
    writer.touch();
    await pass(interval);
    isBroken = false;
    await pass(retryAfter);
    expect(row.states).toEqual(['typing', 'failed', 'drafted']);
  });
});

describe('flushing', () => {
  it('as the page is left writes what no timer has written yet', async () => {
    const row = createRow();
    row.type('một');
    const left = row.writer.leave();
    expect(row.asked()).toEqual(['một']);
    expect(await isOver(left)).toBe(false);
    await row.end();
    expect(await isOver(left)).toBe(true);
    await pass(retryAfter);
    expect(row.asked()).toEqual([]);
  });

  it('waits also for what is typed while it writes', async () => {
    const row = createRow();
    row.type('một');
    const first = row.writer.flush();
    row.type('hai');
    const second = row.writer.flush();
    await row.end();
    expect([await isOver(first), await isOver(second)]).toEqual([false, false]);
    await row.end();
    expect([await isOver(first), await isOver(second)]).toEqual([true, true]);
    expect(row.stored).toBe('hai');
  });
});

describe('clearing after a save', () => {
  it('comes before a draft that is typed meanwhile, never after it', async () => {
    const row = createRow();
    row.type('đã lưu');
    await pass(interval);
    await row.end();
    await row.writer.hold();
    row.text = null;
    const released = row.writer.release();
    expect(row.asked()).toEqual([null]);
    row.type('mới gõ');
    await pass(interval);
    expect(row.asked()).toEqual([null]);
    await row.end();
    expect(row.stored).toBeNull();
    await row.end();
    expect(row.stored).toBe('mới gõ');
    expect(await isOver(released)).toBe(true);
  });
});
