import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useApprovalWay } from '#renderer/features/approvals/index.ts';
import { wireOf } from '#renderer/lib/client.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { usePresence } from '#renderer/lib/presence.ts';
import { localDay } from '#renderer/lib/time.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { ActionDialog } from '#renderer/ui/ActionDialog.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { CountField } from '#renderer/ui/fields/CountField.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { useProposedNumber } from '#renderer/ui/fields/use-proposed-number.ts';
import { Objections } from '#renderer/ui/Objections.tsx';
import { usePages } from '#renderer/ui/page-preview/index.ts';
import type { DocumentRecord } from '#shared/features/documents/schema.ts';
import { typeName } from '#shared/features/documents/types.ts';
import { isoDate } from '#shared/fields.ts';
import type { BesidePlace } from '#shared/objections.ts';
import { roman } from '#shared/text/ordinals.ts';
import { twoDigits } from '#shared/text/quantities.ts';
import { useNextNumber, useSigning } from '../queries.ts';
import { issueHints } from './issue-hints.ts';

type Props = { document: DocumentRecord; onClose: () => void; onBeside: (place: BesidePlace) => void };

/** The one question before the number is given: it cannot be taken back. */
export function IssueDialog({ document, onClose, onBeside }: Props) {
  const t = useT();
  const { id } = document;
  // Until another is typed it follows the document, which may have been saved just before this was opened.
  const [typed, setTyped] = useState<{ date: string | null } | null>(null);
  const typedDate = typed ? typed.date : (document.date ?? localDay());
  const isDate = isoDate.safeParse(typedDate).success;
  const date = isDate && typedDate ? typedDate : (document.date ?? localDay());
  const next = useNextNumber(id, date);
  const { byHand, isRefused, field } = useProposedNumber(next.data?.number ?? null);
  const { pages, error } = usePages({ kind: 'document', id });
  const issue = useCommand('documents.issue', { onDone: onClose, inPlace: true });
  const way = useApprovalWay(id);
  const hasApprovers = usePresence()?.people.some(({ roles }) => roles.includes('approver')) ?? false;
  const { data: signing } = useSigning(document.issuer, date);
  const number = byHand ?? next.data?.number;
  const hints = issueHints({ ...document, date }, date, {
    numbered:
      next.data && number !== undefined
        ? { next: next.data.number, number, lastDate: next.data.lastDate }
        : null,
    notInOffice: signing?.notInOffice ?? [],
    isUnapproved: way?.stage === 'draft' && hasApprovers,
  });

  return (
    <ActionDialog
      title={t('documents.issue.title', { type: typeName(document.type) })}
      act={
        number === undefined
          ? t('documents.action.issue')
          : t('documents.action.issueAs', { number: twoDigits(number) })
      }
      onAct={() => void issue.run({ id, date, ...(byHand !== null && { number: byHand }) })}
      onClose={onClose}
      pending={issue.pending}
      error={issue.error}
      disabled={!isDate || isRefused || number === undefined || next.error !== null}
      startsAt="act"
      isFinal
    >
      <div>
        <Text size="sm" c="dimmed">
          {t(`documents.issuer.${document.issuer}`)}
        </Text>
        <Text size="sm">{document.subject}</Text>
      </div>
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <DateField
          label={t('documents.issue.date')}
          w={150}
          value={typedDate}
          onChange={(day) => setTyped({ date: day })}
          error={isDate ? undefined : t('validation.date')}
        />
        <CountField label={t('documents.issue.number')} w={110} {...field} />
        <div>
          <Text size="sm" fw={500}>
            {t('documents.issue.pages')}
          </Text>
          <Text mt={5}>{pages ? t('documents.issue.pageCount', { count: pages.length }) : '…'}</Text>
        </div>
      </Group>
      <Text size="sm" c="dimmed">
        {next.data &&
          t(`documents.issue.counter.${document.issuer === 'congress' ? 'congress' : next.data.per}`, {
            number: twoDigits(next.data.number),
            type: typeName(document.type),
            term: roman(next.data.termOrdinal),
            year: date.slice(0, 4),
          })}{' '}
        {byHand !== null && t('documents.issue.byHand')}
      </Text>
      <Objections
        act={{ act: 'issue', documentId: id, date }}
        own={hints.map(({ id: hint, params }) => t(`documents.hint.${hint}`, params))}
        onLeave={onClose}
        onBeside={onBeside}
      />
      {next.error && <ErrorNote error={wireOf(next.error)} />}
      {error && <ErrorNote error={error} />}
      <Text size="sm">{t('documents.issue.consequence')}</Text>
    </ActionDialog>
  );
}
