import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { wireOf } from '#renderer/lib/client.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { SideDialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { PagePreview, PrintActions, usePages } from '#renderer/ui/page-preview/index.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import type { PrintSource } from '#shared/features/print/contract.ts';
import { ConferenceFileList } from './ConferenceFileList.tsx';
import classes from './conference-papers.module.css';

type Props = { conference: Pick<Conference, 'id'>; opened: boolean; onClose: () => void };

/** Everything that the conference puts on paper: chosen left, shown as pages right, and the whole file as one PDF. */
export function ConferencePapers({ conference, opened, onClose }: Props) {
  const t = useT();
  return (
    <SideDialog
      opened={opened}
      onClose={onClose}
      position="right"
      size="min(1180px, 94vw)"
      title={t('conferences.papers.title')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      classNames={{ content: classes.drawer, body: classes.body }}
    >
      {opened && <Papers id={conference.id} />}
    </SideDialog>
  );
}

function Papers({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(methodQuery('conferences.file', { id }));
  const [chosen, setChosen] = useState<PrintSource | null>(null);
  if (error) return <ErrorNote error={wireOf(error)} onRetry={() => void refetch()} />;
  if (!data) return null;
  const sources = data.parts.flatMap(({ source }) => source ?? []);
  const source = sources.find((one) => keyOf(one) === (chosen && keyOf(chosen))) ?? sources[0];
  return (
    <div className={classes.papers}>
      <ConferenceFileList
        id={id}
        file={data}
        isShown={(one) => source !== undefined && keyOf(one) === keyOf(source)}
        onShow={setChosen}
      />
      {source && <Paper key={keyOf(source)} source={source} />}
    </div>
  );
}

function Paper({ source }: { source: PrintSource }) {
  return (
    <PagePreview shown={usePages(source)} actions={<PrintActions source={async () => source} isInDialog />} />
  );
}

/** The same paper has the same key, whichever answer of the store it comes from. */
function keyOf(source: PrintSource): string {
  return JSON.stringify(source);
}
