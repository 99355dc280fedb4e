import { client } from '#renderer/lib/client.ts';
import { viewedDay } from '#renderer/lib/past.ts';
import { queryClient } from '#renderer/lib/query-client.ts';

// Which rows this page has written, so that lists are read again when one comes or goes, not at every write.
const rows = new Set<string>();

/** Nothing is typed into the past: neither of the two does anything there. */
export async function putDraft(key: string, value: string): Promise<void> {
  if (viewedDay() !== null) return;
  await client.drafts.put({ key, value });
  if (rows.has(key)) return;
  rows.add(key);
  refreshLists();
}

export async function discardDraft(key: string): Promise<void> {
  if (viewedDay() !== null) return;
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
