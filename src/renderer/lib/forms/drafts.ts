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

function refreshLists(): void {
  void queryClient.invalidateQueries({ queryKey: ['drafts.list'] });
  void queryClient.invalidateQueries({ queryKey: ['app.status'] });
}
