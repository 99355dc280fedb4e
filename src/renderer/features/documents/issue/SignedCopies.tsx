import { useQuery } from '@tanstack/react-query';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { Note } from '#renderer/ui/Note.tsx';

/** Says of each electronically signed PDF whether this very document was signed. */
export function SignedCopies({ id }: { id: string }) {
  const t = useT();
  const { data = [] } = useQuery(methodQuery('documents.signedCopies', { id }));
  return data.map(({ attachmentId, name, sha256, isOfIssued }) => (
    <Note key={attachmentId} tone={isOfIssued ? 'good' : 'bad'} title={name}>
      {t(isOfIssued ? 'documents.signed.ofIssued' : 'documents.signed.ofOther', {
        hash: sha256.slice(0, 16),
      })}
    </Note>
  ));
}
