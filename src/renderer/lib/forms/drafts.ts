import { client } from '#renderer/lib/client.ts';
import { viewedDay } from '#renderer/lib/past.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { forgetUnkept, keepUnwritten, unkeptOf } from './unkept-drafts.ts';

// Which rows this page has written, so that lists are read again when one comes or goes, not at every write.
const rows = new Set<string>();

/** Nothing is typed into the past: neither of the two does anything there. */
export async function putDraft(key: string, value: string): Promise<void> {
  if (viewedDay() !== null) return;
  try {
    await client.drafts.put({ key, value });
  } catch (error) {
    keepUnwritten(key, value, (kept) => client.drafts.put({ key, value: kept }));
    throw error;
  }
  forgetUnkept(key);
  if (rows.has(key)) return;
  rows.add(key);
  refreshLists();
}

export async function discardDraft(key: string): Promise<void> {
  if (viewedDay() !== null) return;
  forgetUnkept(key);
  await client.drafts.discard({ key });
  rows.delete(key);
  refreshLists();
}

/** The draft row of a form, and those that an earlier version left under other keys: they go when the one row is written. */
export function draftsOf(key: string, earlierKeys: readonly string[] = []) {
  const left = new Set<string>();
  const discardLeft = async () => {
    for (const earlier of left) {
      await discardDraft(earlier);
      left.delete(earlier);
    }
  };
  return {
    get: async () => {
      const found = await Promise.all([key, ...earlierKeys].map((one) => client.drafts.get({ key: one })));
      const newer = unkeptOf(key);
      if (newer)
        found[0] = { key, value: newer.value, at: newer.at, savedSince: found[0]?.savedSince ?? null };
      const rows = found.filter((row) => row !== null);
      for (const row of rows) if (row.key !== key) left.add(row.key);
      return rows;
    },
    put: async (value: string) => {
      await putDraft(key, value);
      await discardLeft();
    },
    discard: async () => {
      await discardDraft(key);
      await discardLeft();
    },
  };
}

function refreshLists(): void {
  void queryClient.invalidateQueries({ queryKey: ['drafts.list'] });
  void queryClient.invalidateQueries({ queryKey: ['app.status'] });
}
