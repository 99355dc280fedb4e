import { lazy, Suspense } from 'react';
import type { SavedForm } from '#renderer/lib/forms/saved-form.ts';
import { RecoveredNote } from './RecoveredNote.tsx';

// Seldom needed, and it brings the comparison along.
const OvertakenDialog = lazy(async () => ({
  default: (await import('./OvertakenDialog.tsx')).OvertakenDialog,
}));

/** What a form that is saved has to say above its fields, and what it asks when somebody else saved first. */
export function FormNotes({ saved }: { saved: NotedForm }) {
  return (
    <>
      <RecoveredNote saved={saved} />
      {saved.choice && (
        <Suspense fallback={null}>
          <OvertakenDialog choice={saved.choice} />
        </Suspense>
      )}
    </>
  );
}

/** What useSavedForm returned, or as much of it as is needed here. */
export type NotedForm = Pick<
  SavedForm<object>,
  'recovered' | 'savedSince' | 'useRecovered' | 'dropRecovered' | 'choice'
>;
