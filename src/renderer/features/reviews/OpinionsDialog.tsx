import { useT } from '#renderer/lib/i18n.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { PagePreview, PrintActions, usePages } from '#renderer/ui/page-preview/index.ts';
import type { PrintSource } from '#shared/features/print/contract.ts';
import classes from './reviews.module.css';

/** The table that is put forward with a draft, as it prints. */
export function OpinionsDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const source: PrintSource = { kind: 'opinions', id };
  const pages = usePages(source);
  return (
    <Dialog
      opened
      onClose={onClose}
      fullScreen
      title={t('reviews.table.title')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      classNames={{ content: classes.dialog ?? '', body: classes.dialogBody ?? '' }}
    >
      <PagePreview shown={pages} actions={<PrintActions source={async () => source} isInDialog />} />
    </Dialog>
  );
}
