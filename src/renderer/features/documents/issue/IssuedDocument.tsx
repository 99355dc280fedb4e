import { Button, Menu } from '@mantine/core';
import { useEffect, useState } from 'react';
import { SheetsDrawer } from '#renderer/features/approvals/index.ts';
import { AttachmentList } from '#renderer/features/attachments/index.ts';
import { HistoryPaper, RecordHistory } from '#renderer/features/journal/index.ts';
import { findWords, useWordsToFind } from '#renderer/lib/finders.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { loadedLater } from '#renderer/lib/loaded-later.tsx';
import { useMay } from '#renderer/lib/presence.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { PagePreview, PrintActions, usePages } from '#renderer/ui/page-preview/index.ts';
import type { DocumentRecord } from '#shared/features/documents/schema.ts';
import { typeName } from '#shared/features/documents/types.ts';
import type { PrintSource } from '#shared/features/print/contract.ts';
import { showDate } from '#shared/text/dates.ts';
import { findPattern } from '#shared/text/find-pattern.ts';
import { bodyText } from '#shared/text-model/body.ts';
import { CompareDialog } from '../compare/CompareDialog.tsx';
import classes from '../documents.module.css';
import { useOpenOpinions } from '../queries.ts';
import { RegisterChanges } from '../register/RegisterChanges.tsx';
import { VoidDialog } from '../register/VoidDialog.tsx';
import { StatusWord } from '../StatusWord.tsx';
import { useOpinionsShown } from '../use-opinions-shown.ts';
import { useReadMark } from '../use-read-mark.ts';
import { RecordsTodayNote } from './RecordsTodayNote.tsx';
import { SignedCopies } from './SignedCopies.tsx';

// The text is only needed where somebody has an opinion on it; the page does without the editor.
const DocumentOpinions = loadedLater(async () => (await import('./DocumentOpinions.tsx')).DocumentOpinions);

/** What was issued is its paper: shown, printed, exported, never changed. */
export function IssuedDocument({ document }: { document: DocumentRecord }) {
  const t = useT();
  const [dialog, setDialog] = useState<'compare' | 'history' | 'historyPaper' | 'sheets' | 'void' | null>(
    null,
  );
  const mayVoid = useMay('documents.void');
  const opinions = useOpinionsShown(document.id);
  const openOpinions = useOpenOpinions(document.id);
  const { isShown: areOpinionsShown, setShown: showOpinions } = opinions;
  const found = useWordsToFind();
  const isInText = found !== null && new RegExp(findPattern(found), 'iu').test(bodyText(document.body));
  useEffect(() => {
    if (isInText) showOpinions(true);
  }, [isInText, showOpinions]);
  useShortcuts([
    {
      keys: 'ctrl+f',
      label: 'richText.find.title',
      run: () => {
        showOpinions(true);
        findWords(null);
      },
    },
    { keys: 'alt+y', label: 'reviews.panel.toggle', run: () => showOpinions(!areOpinionsShown) },
    { keys: 'ctrl+shift+y', label: 'reviews.panel.new', run: () => showOpinions(true) },
  ]);
  useReadMark(document.id);
  const source: PrintSource = { kind: 'document', id: document.id };
  const pages = usePages(source);
  const close = () => setDialog(null);
  const name = t('documents.issued.title', { type: typeName(document.type), code: document.code });
  const date = document.date ? showDate(document.date) : '';
  return (
    <div className={classes.page}>
      <PageHeader
        title={name}
        subtitle={
          <>
            <StatusWord status={document.status} />
            {` · ${date} · ${document.subject}`}
          </>
        }
        menu={
          <>
            <Button
              variant="default"
              aria-pressed={areOpinionsShown}
              title={t('reviews.panel.toggleKeys')}
              onClick={() => showOpinions(!areOpinionsShown)}
            >
              {t('reviews.panel.button', { count: openOpinions })}
            </Button>
            <MoreMenu>
              <Menu.Item onClick={() => setDialog('compare')}>{t('documents.compare.open')}</Menu.Item>
              <Menu.Item onClick={() => setDialog('history')}>{t('documents.action.history')}</Menu.Item>
              <Menu.Item onClick={() => setDialog('historyPaper')}>
                {t('documents.action.printHistory')}
              </Menu.Item>
              <Menu.Item onClick={() => setDialog('sheets')}>{t('approvals.sheets.open')}</Menu.Item>
              {document.status === 'issued' && mayVoid && (
                <Menu.Item color="red" onClick={() => setDialog('void')}>
                  {t('documents.action.void')}
                </Menu.Item>
              )}
            </MoreMenu>
          </>
        }
      />
      <p className={classes.banner} data-status={document.status}>
        {document.status === 'voided'
          ? t('documents.voided.banner', { reason: document.voidReason ?? '' })
          : t('documents.issued.banner', { date })}
      </p>
      <RecordsTodayNote id={document.id} />
      <RegisterChanges id={document.id} />
      <div className={classes.issued} data-opinions={areOpinionsShown || undefined}>
        <div className={classes.paperOnly}>
          <PagePreview
            shown={pages}
            actions={<PrintActions source={async () => source} copies={document.copies} isIssued />}
          />
        </div>
        {areOpinionsShown ? (
          <DocumentOpinions document={document} {...opinions} />
        ) : (
          <aside className={classes.files}>
            <AttachmentList
              ownerKind="document"
              ownerId={document.id}
              title={t('documents.issued.scans')}
              only="scan"
            />
            <SignedCopies id={document.id} />
          </aside>
        )}
      </div>
      <VoidDialog document={document} opened={dialog === 'void'} onClose={close} />
      {dialog === 'sheets' && <SheetsDrawer documentId={document.id} date={document.date} onClose={close} />}
      {dialog === 'compare' && <CompareDialog id={document.id} onClose={close} />}
      {dialog === 'history' && <RecordHistory id={document.id} opened onClose={close} isPrintable />}
      {dialog === 'historyPaper' && <HistoryPaper id={document.id} onClose={close} />}
    </div>
  );
}
