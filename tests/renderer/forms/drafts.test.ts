import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { draftsOf } from '#renderer/lib/forms/drafts.ts';
import { queryClient } from '#renderer/lib/query-client.ts';

const rows = new Map<string, string>();
let failing: string | null = null;

/** The door of the program, with the three methods of drafts. */
async function invoke(method: string, { key, value }: { key: string; value?: string }) {
  if (method === failing) return { ok: false, error: { code: 'DISK_FULL', detail: {} } };
  if (method === 'drafts.put') rows.set(key, value ?? '');
  if (method === 'drafts.discard') rows.delete(key);
  const row = rows.get(key);
  return { ok: true, value: row === undefined ? null : { key, value: row, at: '', savedSince: null } };
}

beforeEach(() => {
  Object.assign(globalThis, { bridge: { invoke, subscribe: () => () => undefined } });
  rows.clear();
  failing = null;
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'bridge');
  queryClient.clear();
});

const values = (found: readonly { value: string }[]) => found.map(({ value }) => value);

it('finds what an earlier version kept under another key, behind the row of today', async () => {
  rows.set('old', 'cũ').set('new', 'mới').set('other', 'khác');
  expect(values(await draftsOf('new', ['old', 'older']).get())).toEqual(['mới', 'cũ']);
});

it('takes the earlier row away once the row of today is written or discarded, not before', async () => {
  rows.set('old', 'cũ');
  const drafts = draftsOf('new', ['old']);
  await drafts.get();
  failing = 'drafts.put';
  await expect(drafts.put('mới, cũ')).rejects.toThrow();
  expect([...rows]).toEqual([['old', 'cũ']]);
  failing = null;
  await drafts.put('mới, cũ');
  expect([...rows]).toEqual([['new', 'mới, cũ']]);
  rows.set('old', 'của lần khác');
  await drafts.put('mới');
  expect([...rows.keys()]).toEqual(['new', 'old']);
  await drafts.get();
  await drafts.discard();
  expect([...rows]).toEqual([]);
});

it('keeps in the page what could not be written, for the form that comes back, until it is written', async () => {
  vi.useFakeTimers();
  const drafts = draftsOf('form');
  failing = 'drafts.put';
  await expect(drafts.put('chữ gõ khi ổ đĩa đầy')).rejects.toThrow();
  expect(values(await draftsOf('form').get())).toEqual(['chữ gõ khi ổ đĩa đầy']);
  await vi.advanceTimersByTimeAsync(5_000);
  expect([...rows]).toEqual([]);
  failing = null;
  await vi.advanceTimersByTimeAsync(5_000);
  expect([...rows]).toEqual([['form', 'chữ gõ khi ổ đĩa đầy']]);
  rows.set('form', 'mới hơn');
  expect(values(await draftsOf('form').get())).toEqual(['mới hơn']);
  vi.useRealTimers();
});

it('forgets it with the draft', async () => {
  const drafts = draftsOf('form');
  failing = 'drafts.put';
  await expect(drafts.put('bỏ đi')).rejects.toThrow();
  await drafts.discard();
  expect(await draftsOf('form').get()).toEqual([]);
});
