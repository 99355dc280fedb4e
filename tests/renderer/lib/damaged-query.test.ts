import { notifications, notificationsStore } from '@mantine/notifications';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { methodQuery, queryClient } from '#renderer/lib/query-client.ts';
import type { WireError } from '#shared/errors.ts';

const refusals: WireError[] = [];
beforeEach(() => {
  vi.stubGlobal('bridge', {
    invoke: async () => ({ ok: false, error: refusals.shift() }),
    subscribe: () => () => {},
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  queryClient.clear();
  notifications.clean();
});

const shown = () => notificationsStore.getState().notifications.map(({ role }) => role);

test('damage is told though the place that asked shows nothing', async () => {
  refusals.push({
    code: 'CONTENT_DAMAGED',
    detail: { params: { name: 'Hội nghị', field: 'journal.field.conclusion' } },
  });
  await expect(queryClient.fetchQuery(methodQuery('conferences.list', {}))).rejects.toThrow(
    'CONTENT_DAMAGED',
  );
  expect(shown()).toEqual(['alert']);
});

test('any other refusal is told where it was asked', async () => {
  refusals.push({ code: 'NOT_FOUND', detail: {} });
  await expect(queryClient.fetchQuery(methodQuery('documents.list', {}))).rejects.toThrow('NOT_FOUND');
  expect(shown()).toEqual([]);
});
