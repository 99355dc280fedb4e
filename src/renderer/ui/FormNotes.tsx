import type { SavedForm } from '#renderer/lib/forms/saved-form.ts';
import { loadedLater } from '#renderer/lib/loaded-later.tsx';
import { RecoveredNote } from './RecoveredNote.tsx';

// Seldom needed, and it brings the comparison along.
const OvertakenDialog = loadedLater(async () => (await import('./OvertakenDialog.tsx')).OvertakenDialog);

/** What a form that is saved has to say above its fields, and what it asks when somebody else saved first. */
export function FormNotes({ saved }: { saved: NotedForm }) {
  return (
    <>
      <RecoveredNote saved={saved} />
      {saved.choice && <OvertakenDialog choice={saved.choice} />}
    </>
  );
}

/** What useSavedForm returned, or as much of it as is needed here. */
export type NotedForm = Pick<
  SavedForm<object>,
  'recovered' | 'savedSince' | 'useRecovered' | 'dropRecovered' | 'choice'
>;
