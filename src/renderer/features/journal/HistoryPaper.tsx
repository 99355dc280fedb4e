import { useEffect, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useTask } from '#renderer/lib/use-task.ts';
import { SideDialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { PagePreview, PrintActions, usePages } from '#renderer/ui/page-preview/index.ts';
import { TaskProgress } from '#renderer/ui/TaskProgress.tsx';
import type { PrintSource } from '#shared/features/print/contract.ts';
import classes from './journal.module.css';

/** The history of a document as it prints: with the seal of the journal and what its check says. */
export function HistoryPaper({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  return (
    <SideDialog
      opened
      onClose={onClose}
      position="right"
      size="min(900px, 94vw)"
      title={t('journal.paper.title')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      classNames={{ content: classes.drawer ?? '', body: classes.drawerBody ?? '' }}
    >
      <CheckedPaper id={id} />
    </SideDialog>
  );
}

/** The check takes seconds in a large register: first it shows how far it is, then there are pages. */
function CheckedPaper({ id }: { id: string }) {
  const t = useT();
  const { run, running, error } = useTask('journal.verify');
  const [isChecked, setChecked] = useState(false);
  useEffect(() => {
    void run({ known: true }).then((report) => setChecked(report !== null));
  }, [run]);
  if (isChecked) return <PaperPages id={id} />;
  return (
    <>
      <TaskProgress running={running} what={t('journal.verify.running')} />
      {error && <ErrorNote error={error} />}
    </>
  );
}

function PaperPages({ id }: { id: string }) {
  const source: PrintSource = { kind: 'history', id };
  return (
    <PagePreview shown={usePages(source)} actions={<PrintActions source={async () => source} isInDialog />} />
  );
}
