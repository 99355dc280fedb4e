import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { toastDone, toastRefusal } from '#renderer/lib/toasts.tsx';
import { useTask } from '#renderer/lib/use-task.ts';
import { TaskProgress } from '#renderer/ui/TaskProgress.tsx';
import type { PrintSource } from '#shared/features/print/contract.ts';

type Props = {
  /** What to put on paper, asked when it is wanted; null when it cannot be (the clerk has been told why). */
  source: () => Promise<PrintSource | null>;
  /** The pages are shown in a dialog: the key works there too. */
  isInDialog?: boolean;
};

/** Print (Ctrl+Shift+P) and export, wherever pages are shown. */
export function PrintActions({ source, isInDialog = false }: Props) {
  const t = useT();
  const print = useTask('print.print');
  const pdf = useTask('print.exportPdf');
  const running = print.running ?? pdf.running;
  const error = print.error ?? pdf.error;
  useEffect(() => {
    if (error && error.code !== 'CANCELLED') toastRefusal(error);
  }, [error]);

  async function runPrint(): Promise<void> {
    const wanted = await source();
    if (wanted) await print.run({ source: wanted });
  }

  async function runPdf(): Promise<void> {
    const wanted = await source();
    const done = wanted && (await pdf.run({ source: wanted }));
    if (done) toastDone('pagePreview.exported', { params: { fileName: done.fileName, pages: done.pages } });
  }

  useShortcuts([
    {
      keys: 'ctrl+shift+p',
      label: 'pagePreview.print',
      run: () => void runPrint(),
      inDialog: isInDialog,
    },
  ]);

  if (running) {
    return (
      <TaskProgress
        running={running}
        what={t(print.running ? 'pagePreview.printing' : 'pagePreview.exporting')}
      />
    );
  }
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => void runPdf()}>
        {t('pagePreview.exportPdf')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => void runPrint()}
        title={t('pagePreview.printKeys')}
        aria-keyshortcuts="Control+Shift+P"
      >
        {t('pagePreview.print')}
      </Button>
    </>
  );
}
