import { Button, Menu } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { toastDone, toastRefusal } from '#renderer/lib/toasts.tsx';
import { useTask } from '#renderer/lib/use-task.ts';
import { ChevronIcon } from '#renderer/ui/icons.tsx';
import { TaskProgress } from '#renderer/ui/TaskProgress.tsx';
import type { PrintSource } from '#shared/features/print/contract.ts';
import classes from './page-preview.module.css';

type Props = {
  /** What to put on paper, asked when it is wanted; null when it cannot be (the clerk has been told why). */
  source: () => Promise<PrintSource | null>;
  /** How many copies the office makes of it: one click prints them. */
  copies?: number | null;
  /** What is issued can go on in Word as well, but its record is the PDF. */
  isIssued?: boolean;
  /** The pages are shown in a dialog: the key works there too. */
  isInDialog?: boolean;
};

type Way = { copies?: number; isTwoSided?: boolean };

/** Printers take no more at a time. */
const mostCopies = 999;

/** Print (Ctrl+Shift+P) and export, wherever pages are shown. */
export function PrintActions({ source, copies = null, isIssued = false, isInDialog = false }: Props) {
  const t = useT();
  const print = useTask('print.print');
  const pdf = useTask('print.exportPdf');
  const word = useTask('print.exportWord');
  const running = print.running ?? pdf.running ?? word.running;
  const error = print.error ?? pdf.error ?? word.error;
  useEffect(() => {
    if (error && error.code !== 'CANCELLED') toastRefusal(error);
  }, [error]);

  // The button that was pressed went while the work ran: the keys come back to where they were.
  const place = useRef<HTMLDivElement>(null);
  const pressed = useRef<'pdf' | 'word' | 'print' | null>(null);
  const isRunning = running !== null;
  useEffect(() => {
    if (isRunning || document.activeElement !== document.body) return;
    place.current?.querySelector<HTMLElement>(`[data-print="${pressed.current}"]`)?.focus();
    pressed.current = null;
  }, [isRunning]);

  async function runPrint(way: Way = {}): Promise<void> {
    pressed.current = 'print';
    const wanted = await source();
    if (wanted) await print.run({ source: wanted, ...way });
  }

  async function runPdf(): Promise<void> {
    pressed.current = 'pdf';
    const wanted = await source();
    const done = wanted && (await pdf.run({ source: wanted }));
    if (done) toastDone('pagePreview.exported', { params: { fileName: done.fileName, pages: done.pages } });
  }

  async function runWord(): Promise<void> {
    pressed.current = 'word';
    const wanted = await source();
    const done = wanted && (await word.run({ source: wanted }));
    if (!done) return;
    toastDone(isIssued ? 'pagePreview.exportedWordIssued' : 'pagePreview.exportedWord', {
      params: { fileName: done.fileName },
    });
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
    const what = print.running ? 'printing' : pdf.running ? 'exporting' : 'exportingWord';
    return <TaskProgress running={running} what={t(`pagePreview.${what}`)} />;
  }
  const several = copies === null || copies < 2 ? null : Math.min(copies, mostCopies);
  return (
    <div ref={place} className={classes.printing}>
      <Button size="compact-sm" variant="default" data-print="pdf" onClick={() => void runPdf()}>
        {t('pagePreview.exportPdf')}
      </Button>
      <Button size="compact-sm" variant="default" data-print="word" onClick={() => void runWord()}>
        {t('pagePreview.exportWord')}
      </Button>
      <Button.Group>
        <Button
          size="compact-sm"
          variant="default"
          data-print="print"
          onClick={() => void runPrint()}
          title={t('pagePreview.printKeys')}
          aria-keyshortcuts="Control+Shift+P"
        >
          {t('pagePreview.print')}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              px={4}
              aria-label={t('pagePreview.printMore')}
              title={t('pagePreview.printMore')}
            >
              <ChevronIcon />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {several !== null && (
              <>
                <Menu.Item onClick={() => void runPrint({ copies: several })}>
                  {t('pagePreview.printCopies', { copies: several })}
                </Menu.Item>
                <Menu.Item onClick={() => void runPrint({ copies: several, isTwoSided: true })}>
                  {t('pagePreview.printCopiesTwoSided', { copies: several })}
                </Menu.Item>
              </>
            )}
            <Menu.Item onClick={() => void runPrint({ isTwoSided: true })}>
              {t('pagePreview.printTwoSided')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
    </div>
  );
}
