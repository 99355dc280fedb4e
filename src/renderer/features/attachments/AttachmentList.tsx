import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { wireOf } from '#renderer/lib/client.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useMay } from '#renderer/lib/presence.ts';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useTask } from '#renderer/lib/use-task.ts';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { TaskProgress } from '#renderer/ui/TaskProgress.tsx';
import type { AttachmentRole, OwnerKind } from '#shared/features/attachments/schema.ts';
import { AttachmentRows } from './AttachmentRows.tsx';
import classes from './attachments.module.css';
import { defaultRole } from './default-role.ts';

type AttachmentListProps = {
  ownerKind: OwnerKind;
  ownerId: string;
  /** The heading: "Bản scan có chữ ký và dấu". */
  title: string;
  /** Only these are shown, and new ones become these. */
  only?: AttachmentRole;
  /** Only to be looked at and saved. */
  readOnly?: boolean;
};

/** The files of a record: what they are, and one button to add some. */
export function AttachmentList(props: AttachmentListProps) {
  const { ownerKind, ownerId, title, only } = props;
  const t = useT();
  const mayAttach = useMay('attachments.attach');
  const readOnly = props.readOnly === true || !mayAttach;
  const heading = useId();
  const owner = { ownerKind, ownerId };
  const { data, error } = useQuery(methodQuery('attachments.list', owner));
  const choose = useTask('attachments.choose');
  const attach = useCommand('attachments.attach');
  const shown = (data ?? []).filter((attachment) => only === undefined || attachment.role === only);

  async function add(): Promise<void> {
    const files = await choose.run({});
    if (!files || files.length === 0) return;
    const tokens = files.map(({ token }) => token);
    await attach.run({ ...owner, role: only ?? defaultRole(ownerKind, files), tokens });
  }

  return (
    <section className={classes.list} aria-labelledby={heading}>
      <div className={classes.head}>
        <Text id={heading} fw={600} size="sm">
          {title}
        </Text>
        {!readOnly && (
          <Button
            size="compact-sm"
            variant="default"
            loading={choose.running !== null || attach.pending}
            onClick={() => void add()}
          >
            {t('attachments.action.add')}
          </Button>
        )}
      </div>
      {/* Without a word yet, the dialog is still open. */}
      <TaskProgress
        running={choose.running?.progress ? choose.running : null}
        what={t('attachments.running.choose')}
      />
      {choose.error && choose.error.code !== 'CANCELLED' && <ErrorNote error={choose.error} />}
      {error && <ErrorNote error={wireOf(error)} />}
      {data && shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(`attachments.empty.${readOnly ? 'readOnly' : (only ?? 'all')}`)}
        </Text>
      )}
      {shown.length > 0 && (
        <AttachmentRows
          attachments={shown}
          labelledBy={heading}
          hasRoles={only === undefined}
          readOnly={readOnly}
        />
      )}
    </section>
  );
}
