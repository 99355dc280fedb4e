import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { useT } from '#renderer/lib/i18n.tsx';
import { useDayShown } from '#renderer/lib/past.ts';
import { path } from '#renderer/lib/routes.ts';
import { changeText } from '#shared/features/documents/register-text.ts';
import classes from '../documents.module.css';
import { useForce } from '../queries.ts';

/** "Bị thay thế bởi Nghị quyết 12-NQ/ĐU từ 05/01/2027": what later documents did to this one, each with the way there. */
export function RegisterChanges({ id }: { id: string }) {
  const t = useT();
  const { data = [] } = useForce(useDayShown(), id);
  return data[0]?.changes.map((change) => (
    <p key={`${change.documentId} ${change.kind} ${change.part}`} className={classes.banner}>
      <Anchor component={Link} href={path.document(change.documentId)} size="sm">
        {changeText(change, t)}
      </Anchor>
    </p>
  ));
}
