import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemPorts } from '#main/jobs/ports.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the clock of this PC grows, calls back once, and can be called off; nobody types, no drive comes', () => {
  const begun = systemPorts.now();
  const called: string[] = [];
  systemPorts.later(10, () => called.push('once'));
  systemPorts.later(10, () => called.push('never'))();
  systemPorts.watchDrives(() => called.push('never'))();
  vi.advanceTimersByTime(9);
  expect(called).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect([called, systemPorts.now() - begun, systemPorts.lastInput()]).toEqual([['once'], 1_009, 0]);
});
