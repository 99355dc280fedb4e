import { Button, UnstyledButton } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import { toastDone } from '#renderer/lib/toasts.tsx';
import { useTask } from '#renderer/lib/use-task.ts';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { TaskProgress } from '#renderer/ui/TaskProgress.tsx';
import type { ConferenceFile } from '#shared/features/conferences/file.ts';
import type { PrintSource } from '#shared/features/print/contract.ts';
import classes from './conference-papers.module.css';

type Props = {
  id: string;
  file: ConferenceFile;
  isShown: (source: PrintSource) => boolean;
  onShow: (source: PrintSource) => void;
};

/** The conference file in the order of the archive, what it lacks, and its one PDF. */
export function ConferenceFileList({ id, file, isShown, onShow }: Props) {
  const t = useT();
  const lacking = file.expected.filter(({ state }) => state !== 'there');
  return (
    <div className={classes.list}>
      <h3 className={classes.heading}>{t('conferences.papers.parts')}</h3>
      <ol className={classes.parts}>
        {file.parts.map(({ title, state, source }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of the archive is what makes the list
          <li key={index}>
            {source ? (
              <UnstyledButton
                className={classes.part}
                aria-current={isShown(source) ? 'true' : undefined}
                onClick={() => onShow(source)}
              >
                <span>{title}</span>
                <span className={classes.state} data-state={state}>
                  {t(`conferences.papers.state.${state}`)}
                </span>
              </UnstyledButton>
            ) : (
              <span className={classes.part}>{title}</span>
            )}
          </li>
        ))}
      </ol>
      <h3 className={classes.heading}>{t('conferences.papers.lacking')}</h3>
      {lacking.length === 0 ? (
        <p className={classes.dim}>{t('conferences.papers.complete')}</p>
      ) : (
        <ul className={classes.lacking}>
          {lacking.map(({ title, state }) => (
            <li key={title}>
              <span>{title}</span>
              <span className={classes.state} data-state={state}>
                {t(`conferences.papers.expected.${state}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <ExportFile id={id} />
    </div>
  );
}

function ExportFile({ id }: { id: string }) {
  const t = useT();
  const { run, running, error } = useTask('print.exportConferenceFile');

  async function start(): Promise<void> {
    const done = await run({ id });
    if (done)
      toastDone('conferences.papers.exported', { params: { fileName: done.fileName, pages: done.pages } });
  }

  return (
    <div className={classes.export}>
      {running ? (
        <TaskProgress running={running} what={t('conferences.papers.exporting')} />
      ) : (
        <Button onClick={() => void start()}>{t('conferences.papers.export')}</Button>
      )}
      {error && error.code !== 'CANCELLED' && <ErrorNote error={error} />}
    </div>
  );
}
