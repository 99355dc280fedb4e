import { useEffect } from 'react';
import { toastDone, toastRefusal } from '#renderer/lib/toasts.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useTask } from '#renderer/lib/use-task.ts';

/** What can be done with an attachment that is there; each tells by itself what came of it. */
export function useAttachmentActions() {
  const open = useTask('attachments.open');
  const save = useTask('attachments.saveAs');
  const error = open.error ?? save.error;
  useEffect(() => {
    if (error && error.code !== 'CANCELLED') toastRefusal(error);
  }, [error]);

  async function saveAs(input: { id: string }): Promise<void> {
    const done = await save.run(input);
    if (done) toastDone('attachments.saved', { params: { fileName: done.fileName } });
  }

  return {
    open,
    saveAs: { run: saveAs, running: save.running },
    remove: useCommand('attachments.remove'),
    order: useCommand('attachments.order'),
  };
}
