import { useParams } from 'wouter';
import { wireOf } from '#renderer/lib/client.ts';
import { loadedLater } from '#renderer/lib/loaded-later.tsx';
import { routes } from '#renderer/lib/routes.ts';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { NewConference } from './prepare/NewConference.tsx';
import { useConference, useOrganisation, usePreset } from './queries.ts';

// The editors come with it; the list does without them.
const OpenConference = loadedLater(async () => (await import('./OpenConference.tsx')).OpenConference);

/** One conference, or a new one: "new" arrives as the id. */
export function ConferencePage() {
  const { id = '', step } = useParams<{ id: string; step?: string }>();
  return id === 'new' ? <NewConference /> : <Stored key={id} id={id} step={step} />;
}

function Stored({ id, step }: { id: string; step: string | undefined }) {
  const { data, error, refetch } = useConference(id);
  const { data: organisation } = useOrganisation();
  const preset = usePreset(data?.kind ?? 'executive_committee');
  if (error)
    return <ErrorNote error={wireOf(error)} onRetry={() => void refetch()} list={routes.conferences} />;
  if (!data || !organisation) return null;
  return <OpenConference conference={data} organisation={organisation} preset={preset} askedStep={step} />;
}
