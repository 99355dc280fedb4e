type OpenDraft = { flush: () => Promise<void> };

const open = new Set<OpenDraft>();

/** Keeps the draft of a form known for as long as the form is on screen. */
export function openDraft(draft: OpenDraft): () => void {
  open.add(draft);
  return () => open.delete(draft);
}

/** Everything typed is in the draft table, in the name of who typed it: before somebody else comes in. */
export async function flushOpenDrafts(): Promise<void> {
  await Promise.all([...open].map((draft) => draft.flush()));
}
