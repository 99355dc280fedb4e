import type { DraftWriter } from './draft-writer.ts';

const open = new Set<DraftWriter>();

/** Keeps the writer of a form known for as long as the form is on screen. */
export function openDraft(writer: DraftWriter): () => void {
  open.add(writer);
  return () => open.delete(writer);
}

/** Everything typed is in the draft table, in the name of who typed it: before somebody else comes in. */
export async function flushOpenDrafts(): Promise<void> {
  await Promise.all([...open].map((writer) => writer.flush()));
}
