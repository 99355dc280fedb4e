import type { Translate } from '#renderer/lib/i18n.tsx';
import type { Column } from '#renderer/ui/list/DataList.tsx';
import type { RegisterRow } from '#shared/features/documents/register.ts';
import { type RegisterCells, registerCells } from '#shared/features/documents/register-text.ts';
import { showDate } from '#shared/text/dates.ts';
import { twoDigits } from '#shared/text/quantities.ts';
import own from './register.module.css';

/** A row with its words: made once, for the cells, the filter and the order. */
export type ShownRow = { row: RegisterRow; cells: RegisterCells; isVoided: boolean };

export function shownRow(row: RegisterRow, t: Translate): ShownRow {
  return { row, cells: registerCells(row, t), isVoided: row.kind === 'entry' && row.voidReason !== null };
}

export function rowKey({ row }: ShownRow): string {
  return row.kind === 'entry' ? row.id : `${row.counter} ${row.from}`;
}

export function rowText({ cells }: ShownRow): string {
  const { code, date, title, signer, recipients, notes } = cells;
  return [code, date && showDate(date), title, signer, ...recipients, ...notes].join(' ');
}

/** Those of the paper. Number and day have an order of their own above the list. */
export function registerColumns(t: Translate): Column<ShownRow>[] {
  return [
    {
      id: 'code',
      header: t('documents.column.code'),
      width: '160px',
      cell: ({ row, cells, isVoided }) => (
        <span className={isVoided ? own.voided : row.kind === 'gap' ? own.gap : undefined}>{cells.code}</span>
      ),
    },
    {
      id: 'date',
      header: t('documents.column.date'),
      width: '108px',
      cell: ({ cells }) => cells.date && showDate(cells.date),
    },
    {
      id: 'title',
      header: t('documents.column.title'),
      width: 'minmax(0, 5fr)',
      cell: ({ row, cells, isVoided }) => (
        <span
          className={isVoided ? own.voided : row.kind === 'gap' ? own.gap : undefined}
          title={cells.title}
        >
          {cells.title}
        </span>
      ),
      sortValue: ({ cells }) => cells.title,
    },
    {
      id: 'signer',
      header: t('documents.column.signer'),
      width: 'minmax(0, 2fr)',
      cell: ({ cells }) => <span title={cells.signer}>{cells.signer}</span>,
      sortValue: ({ cells }) => cells.signer || null,
    },
    {
      id: 'recipients',
      header: t('documents.column.recipients'),
      width: 'minmax(0, 2fr)',
      cell: ({ cells }) => <span title={cells.recipients.join('\n')}>{cells.recipients.join('; ')}</span>,
    },
    {
      id: 'copies',
      header: t('documents.column.copies'),
      width: '72px',
      align: 'end',
      cell: ({ cells }) => cells.copies !== null && twoDigits(cells.copies),
      sortValue: ({ cells }) => cells.copies,
    },
    {
      id: 'notes',
      header: t('documents.column.notes'),
      width: 'minmax(0, 3fr)',
      cell: ({ cells }) => <span title={cells.notes.join('\n')}>{cells.notes.join('; ')}</span>,
      sortValue: ({ cells }) => cells.notes.join('; ') || null,
    },
  ];
}
