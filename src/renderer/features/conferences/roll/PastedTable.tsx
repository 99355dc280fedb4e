import { Checkbox, TextInput } from '@mantine/core';
import { memo } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import type { Correction, RowRead } from './pasted-roll.ts';
import classes from './roll.module.css';

type RowProps = {
  row: RowRead;
  isFaulty: boolean;
  onCorrect: (key: string, correction: Correction) => void;
};

/** How each line was read, to be looked at and put right before it is taken. */
export function PastedTable({
  rows,
  faulty,
  onCorrect,
}: {
  rows: readonly RowRead[];
  /** The row that cannot be taken as it is. */
  faulty: RowRead | undefined;
  onCorrect: RowProps['onCorrect'];
}) {
  const t = useT();
  const taken = rows.filter(({ isTaken }) => isTaken).length;
  return (
    <div className={classes.pasted}>
      <table>
        <caption>
          {t('conferences.people.readAs', { count: taken })}
          {taken < rows.length && ` ${t('conferences.people.leftOut', { count: rows.length - taken })}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('conferences.people.take')}</th>
            <th scope="col">{t('conferences.people.line')}</th>
            <th scope="col">{t('conferences.attendance.name')}</th>
            <th scope="col">{t('conferences.attendance.position')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PastedRow key={row.key} row={row} isFaulty={row.key === faulty?.key} onCorrect={onCorrect} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const PastedRow = memo(
  function PastedRow({ row, isFaulty, onCorrect }: RowProps) {
    const t = useT();
    const { key, text, fullName, title, isTaken } = row;
    return (
      <tr data-left-out={!isTaken || undefined}>
        <td>
          <Checkbox
            size="xs"
            aria-label={t('conferences.people.takeLine', { line: text })}
            checked={isTaken}
            onChange={(event) => onCorrect(key, { isTaken: event.currentTarget.checked })}
          />
        </td>
        <td title={text}>{text}</td>
        <td>
          <TextInput
            size="xs"
            aria-label={t('conferences.people.nameIn', { line: text })}
            maxLength={100}
            value={isTaken ? fullName : ''}
            disabled={!isTaken}
            error={isFaulty}
            onChange={(event) => onCorrect(key, { fullName: event.currentTarget.value })}
          />
        </td>
        <td>
          <TextInput
            size="xs"
            aria-label={t('conferences.people.titleIn', { line: text })}
            maxLength={200}
            value={isTaken ? title : ''}
            disabled={!isTaken}
            onChange={(event) => onCorrect(key, { title: event.currentTarget.value })}
          />
        </td>
      </tr>
    );
  },
  // Rows are made anew with each letter; of a congress there are hundreds.
  (before, now) =>
    before.isFaulty === now.isFaulty &&
    before.onCorrect === now.onCorrect &&
    before.row.key === now.row.key &&
    before.row.fullName === now.row.fullName &&
    before.row.title === now.row.title &&
    before.row.isTaken === now.row.isTaken,
);
