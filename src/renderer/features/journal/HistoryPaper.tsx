import { Drawer } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import { PagePreview, PrintActions, usePages } from '#renderer/ui/page-preview/index.ts';
import type { PrintSource } from '#shared/features/print/contract.ts';
import classes from './journal.module.css';

/** The history of a document as it prints: with the seal of the journal and what its check says. */
export function HistoryPaper({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const source: PrintSource = { kind: 'history', id };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(900px, 94vw)"
      title={t('journal.paper.title')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      classNames={{ content: classes.drawer ?? '', body: classes.drawerBody ?? '' }}
    >
      <PagePreview
        shown={usePages(source)}
        actions={<PrintActions source={async () => source} isInDialog />}
      />
    </Drawer>
  );
}
