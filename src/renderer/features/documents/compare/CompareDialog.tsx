import { Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { wireOf } from '#renderer/lib/client.ts';
import { type Translate, useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { showClock, showDay } from '#renderer/lib/time.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { PrintActions } from '#renderer/ui/page-preview/index.ts';
import { countChanges } from '#shared/features/documents/compare/compare-documents.ts';
import type { DocumentVersion } from '#shared/features/documents/compare/schema.ts';
import type { DocumentFields } from '#shared/features/documents/schema.ts';
import { actorName, sentenceOf } from '#shared/features/journal/sentences.ts';
import { CompareView } from './CompareView.tsx';
import classes from './compare.module.css';
import type { CompareStart } from './compare-start.ts';

type Props = {
  id: string;
  /** What is typed and not saved yet. */
  edits?: DocumentFields | undefined;
  /** Begins with this version, at this block. */
  start?: CompareStart;
  onClose: () => void;
};

const now = 'now';

/** Any two versions of a document in one text; from the one that this person read last, when there is a newer one. */
export function CompareDialog({ id, edits, start, onClose }: Props) {
  const t = useT();
  const { data, error } = useQuery(methodQuery('documents.versions', { id }));
  return (
    <Dialog
      opened
      onClose={onClose}
      fullScreen
      title={t('documents.compare.title')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      classNames={{ content: classes.content ?? '', body: classes.body ?? '' }}
    >
      {error && <ErrorNote error={wireOf(error)} />}
      {data && (
        <Comparing id={id} edits={edits} start={start} versions={data.versions} lastRead={data.lastRead} />
      )}
    </Dialog>
  );
}

type ComparingProps = Pick<Props, 'id' | 'edits'> & {
  start: CompareStart | undefined;
  versions: readonly DocumentVersion[];
  lastRead: string | null;
};

function Comparing({ id, edits, start, versions, lastRead }: ComparingProps) {
  const t = useT();
  const [from, setFrom] = useState(() => start?.from ?? firstFrom(versions, lastRead));
  const [to, setTo] = useState(now);
  const asked = {
    id,
    from,
    to: to === now ? null : to,
    ...(edits && to === now && { edits }),
  };
  const { data, error } = useQuery(methodQuery('documents.compare', asked));
  const choices = versions.map((version) => ({
    value: version.version,
    label: labelOf(t, version, versions, lastRead),
  }));
  return (
    <>
      <div className={classes.head}>
        <Select
          className={classes.version}
          label={t('documents.compare.from')}
          data={choices}
          value={from}
          allowDeselect={false}
          onChange={(value) => value && setFrom(value)}
        />
        <Select
          className={classes.version}
          label={t('documents.compare.to')}
          data={[
            { value: now, label: t(edits ? 'documents.compare.asTyped' : 'documents.compare.now') },
            ...choices,
          ]}
          value={to}
          allowDeselect={false}
          onChange={(value) => value && setTo(value)}
        />
        <Text size="sm" role="status" className={classes.count}>
          {data && t('documents.compare.count', { count: countChanges(data) })}
        </Text>
        <PrintActions source={async () => ({ kind: 'comparison', ...asked })} isInDialog />
      </div>
      {error && <ErrorNote error={wireOf(error)} />}
      {data && (
        <CompareView
          key={`${from} ${to}`}
          comparison={data}
          block={start && from === start.from ? start.block : null}
        />
      )}
    </>
  );
}

/** The version read last if something came after it, else the one before the newest. */
function firstFrom(versions: readonly DocumentVersion[], lastRead: string | null): string {
  const [newest, previous] = versions;
  const read = versions.find(({ version }) => version === lastRead);
  if (read && read !== newest) return read.version;
  return previous?.version ?? newest?.version ?? '';
}

function labelOf(
  t: Translate,
  version: DocumentVersion,
  versions: readonly DocumentVersion[],
  lastRead: string | null,
): string {
  const { at, command, kind } = version;
  const commandOf = () => versions.find((one) => one.kind === 'do')?.command ?? null;
  const parts = [
    `${showDay(at)} ${showClock(at, true)}`,
    actorName(t, version),
    sentenceOf(t, { kind, command, target: null }, commandOf),
  ];
  if (version.version === lastRead) parts.push(t('documents.compare.lastRead'));
  return parts.join(' · ');
}
