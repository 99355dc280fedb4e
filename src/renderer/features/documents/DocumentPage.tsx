import { useParams } from 'wouter';
import { wireOf } from '#renderer/lib/client.ts';
import { loadedLater } from '#renderer/lib/loaded-later.tsx';
import { routes } from '#renderer/lib/routes.ts';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { NewDocument } from './draft/NewDocument.tsx';
import { IssuedDocument } from './issue/IssuedDocument.tsx';
import { useDocument } from './queries.ts';
import { PaperEntry } from './register/PaperEntry.tsx';

// The editor is the largest part of the page; issued documents and the list do without it.
const DraftDocument = loadedLater(async () => (await import('./draft/DraftDocument.tsx')).DraftDocument);

/** One document: being written, or issued and only shown. "new" arrives as the id. */
export function DocumentPage() {
  const { id = '' } = useParams<{ id: string }>();
  return id === 'new' ? <NewDocument /> : <Stored key={id} id={id} />;
}

function Stored({ id }: { id: string }) {
  const { data, error, refetch } = useDocument(id);
  if (error)
    return <ErrorNote error={wireOf(error)} onRetry={() => void refetch()} list={routes.documents} />;
  if (!data) return null;
  if (data.status === 'draft') return <DraftDocument document={data} />;
  return data.isFromPaper ? <PaperEntry document={data} /> : <IssuedDocument document={data} />;
}
