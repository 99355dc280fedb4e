import { afterEach, expect, test, vi } from 'vitest';
import { noteUnlessRefused, wireOf } from '#renderer/lib/client.ts';
import { followFailures } from '#renderer/lib/failures.ts';

const invoke = vi.fn(async () => ({ ok: true, value: {} }));
vi.stubGlobal('bridge', { invoke, subscribe: () => () => undefined });
afterEach(() => invoke.mockClear());

const noted = (words: string, logId: unknown = expect.stringMatching(/^[0-9a-f]{8}$/u)) => [
  'app.noteFailure',
  { logId, words: expect.stringContaining(words) },
];

test('what fails in the page is in the log once, under the id that is told', async () => {
  const error = new Error('a fault of the page');
  const { code, detail } = wireOf(error);
  expect(code).toBe('INTERNAL');
  expect(wireOf(error).detail).toEqual(detail);
  await vi.waitFor(() => expect(invoke.mock.calls).toEqual([noted('a fault of the page', detail.logId)]));
});

test('what nobody caught is in the log, and what was passed over', async () => {
  followFailures();
  dispatchEvent(Object.assign(new Event('error'), { error: new Error('uncaught') }));
  dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: new Error('unheard') }));
  noteUnlessRefused(new Error('passed over'));
  await vi.waitFor(() =>
    expect(invoke.mock.calls).toEqual([noted('uncaught'), noted('unheard'), noted('passed over')]),
  );
});
