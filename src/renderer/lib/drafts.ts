import { client } from './client.ts';
import { queryClient } from './query-client.ts';

// Which rows this page has written, so that lists are read again when one comes or goes, not at every write.
const rows = new Set<string>();

export async function putDraft(key: string, value: string): Promise<void> {
  await client.drafts.put({ key, value });
  if (rows.has(key)) return;
  rows.add(key);
  refreshLists();
}

export async function discardDraft(key: string): Promise<void> {
  await client.drafts.discard({ key });
  rows.delete(key);
  refreshLists();
}

function refreshLists(): void {
  void queryClient.invalidateQueries({ queryKey: ['drafts.list'] });
  void queryClient.invalidateQueries({ queryKey: ['app.status'] });
}
