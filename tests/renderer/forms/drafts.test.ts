import { afterEach, beforeEach, expect, it } from 'vitest';
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
