import { Button, Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { AttachmentList } from '#renderer/features/attachments/index.ts';
import { HistoryPaper, RecordHistory } from '#renderer/features/journal/index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useMay } from '#renderer/lib/presence.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { DocumentRecord } from '#shared/features/documents/schema.ts';
import { typeName } from '#shared/features/documents/types.ts';
import { showDate } from '#shared/text/dates.ts';
import { twoDigits } from '#shared/text/quantities.ts';
import classes from '../documents.module.css';
import { StatusWord } from '../StatusWord.tsx';
import { RegisterChanges } from './RegisterChanges.tsx';
import own from './register.module.css';
import { VoidDialog } from './VoidDialog.tsx';

/** A document of the paper era: what the register says of it, and its scans. There are no pages of ours to show. */
export function PaperEntry({ document }: { document: DocumentRecord }) {
  const t = useT();
  const [, go] = useLocation();
  const [dialog, setDialog] = useState<'history' | 'historyPaper' | 'void' | null>(null);
  const mayRemove = useMay('documents.removeFromPaper');
  const mayVoid = useMay('documents.void');
  const remove = useCommand('documents.removeFromPaper', { onDone: () => go(routes.register) });
  const { id, code, type, status, date, copies, voidReason } = document;
  const close = () => setDialog(null);
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('documents.issued.title', { type: typeName(type), code })}
        subtitle={
          <>
            <StatusWord status={status} />
            {` · ${date ? showDate(date) : ''} · ${document.subject}`}
          </>
        }
        action={
          status === 'issued' &&
          mayRemove && (
            <Button variant="default" loading={remove.pending} onClick={() => void remove.run({ id })}>
              {t('documents.paper.remove')}
            </Button>
          )
        }
        menu={
          <MoreMenu>
            <Menu.Item onClick={() => setDialog('history')}>{t('documents.action.history')}</Menu.Item>
            <Menu.Item onClick={() => setDialog('historyPaper')}>
              {t('documents.action.printHistory')}
            </Menu.Item>
            {status === 'issued' && mayVoid && (
              <Menu.Item color="red" onClick={() => setDialog('void')}>
                {t('documents.action.void')}
              </Menu.Item>
            )}
          </MoreMenu>
        }
      />
      <p className={classes.banner} data-status={status}>
        {status === 'voided'
          ? t('documents.voided.banner', { reason: voidReason ?? '' })
          : t('documents.paper.banner')}
      </p>
      <RegisterChanges id={id} />
      <div className={classes.issued}>
        <section className={own.facts} aria-label={t('documents.paper.facts')}>
          <dl>
            <Fact label={t('documents.field.issuer')}>{t(`documents.issuer.${document.issuer}`)}</Fact>
            <Fact label={t('documents.column.code')}>{code}</Fact>
            <Fact label={t('documents.field.date')}>{date && showDate(date)}</Fact>
            <Fact label={t('documents.field.subject')}>{document.subject}</Fact>
            <Fact label={t('documents.column.signer')}>{document.signerName}</Fact>
            <Fact label={t('documents.field.recipients')}>{document.recipients.join('; ')}</Fact>
            <Fact label={t('documents.field.copies')}>{copies !== null && twoDigits(copies)}</Fact>
          </dl>
        </section>
        <aside className={classes.files}>
          <AttachmentList ownerKind="document" ownerId={id} title={t('documents.paper.scans')} only="scan" />
        </aside>
      </div>
      <VoidDialog document={document} opened={dialog === 'void'} onClose={close} />
      {dialog === 'history' && <RecordHistory id={id} opened onClose={close} isPrintable />}
      {dialog === 'historyPaper' && <HistoryPaper id={id} onClose={close} />}
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  const t = useT();
  return (
    <>
      <dt>{label}</dt>
      <dd>{children || <span className={classes.dim}>{t('documents.paper.nothing')}</span>}</dd>
    </>
  );
}
