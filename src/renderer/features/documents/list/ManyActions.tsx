import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { toastDone, toastRefusal } from '#renderer/lib/toasts.tsx';
import { useTask } from '#renderer/lib/use-task.ts';
import { TaskProgress } from '#renderer/ui/TaskProgress.tsx';

type Props = {
  /** The documents that are marked, in the order of the list. */
  ids: string[];
  /** How many the filter leaves. */
  shown: number;
  onAll: () => void;
  onNone: () => void;
  onStop: () => void;
};

/** What is done with several documents at once: one print job, or a folder of PDF files. */
export function ManyActions({ ids, shown, onAll, onNone, onStop }: Props) {
  const t = useT();
  const print = useTask('print.printMany');
  const pdf = useTask('print.exportMany');
  const running = print.running ?? pdf.running;
  const error = print.error ?? pdf.error;
  useEffect(() => {
    if (error && error.code !== 'CANCELLED') toastRefusal(error);
  }, [error]);

  async function runPrint(): Promise<void> {
    if (ids.length === 0) return;
    const done = await print.run({ ids });
    if (done && done.onPaperOnly > 0)
      toastDone('documents.many.printedSome', { params: { left: done.onPaperOnly } });
  }

  async function runPdf(): Promise<void> {
    const done = await pdf.run({ ids });
    if (!done) return;
    const { fileNames, pages, folder, onPaperOnly: left } = done;
    toastDone(left > 0 ? 'documents.many.exportedSome' : 'documents.many.exported', {
      params: { count: fileNames.length, pages, folder, left },
    });
  }

  useShortcuts([{ keys: 'ctrl+shift+p', label: 'pagePreview.print', run: () => void runPrint() }]);

  if (running) {
    const what = print.running ? 'documents.many.printing' : 'documents.many.exporting';
    return <TaskProgress running={running} what={t(what)} />;
  }
  const isAll = ids.length > 0 && ids.length >= shown;
  return (
    <>
      <Button
        variant="default"
        disabled={ids.length === 0}
        onClick={() => void runPrint()}
        title={t('pagePreview.printKeys')}
        aria-keyshortcuts="Control+Shift+P"
      >
        {t('documents.many.print', { count: ids.length })}
      </Button>
      <Button variant="default" disabled={ids.length === 0} onClick={() => void runPdf()}>
        {t('documents.many.pdf')}
      </Button>
      <Button variant="subtle" onClick={isAll ? onNone : onAll} title={t('documents.many.keys')}>
        {t(isAll ? 'documents.many.none' : 'documents.many.all')}
      </Button>
      <Button variant="subtle" onClick={onStop}>
        {t('documents.many.stop')}
      </Button>
    </>
  );
}
