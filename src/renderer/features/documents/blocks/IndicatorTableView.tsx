import { Button } from '@mantine/core';
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useState } from 'react';
import { useIndicators } from '#renderer/features/indicators/index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { isWritable } from '#renderer/ui/rich-text/index.ts';
import { showQuantity } from '#shared/text/quantities.ts';
import { figuresOf, movedFigures } from '#shared/text-model/live-tables.ts';
import classes from '../documents.module.css';
import { IndicatorTableDialog } from './IndicatorTableDialog.tsx';
import { tableReference } from './table-reference.ts';

/** The table in the text, with the figures as they are now; the paper beside shows its layout. */
export function IndicatorTableView({ node, updateAttributes, deleteNode, editor }: ReactNodeViewProps) {
  const t = useT();
  const [opened, setOpened] = useState(false);
  const reference = tableReference.parse(node.attrs);
  const { data = [] } = useIndicators(reference.period);
  const byId = new Map(data.map((row) => [row.id, row]));
  const rows = reference.indicatorIds.flatMap((id) => byId.get(id) ?? []);
  const now = figuresOf(reference.indicatorIds, data);
  const moved = data.length > 0 ? movedFigures(reference.indicatorIds, reference.seen ?? '', now) : [];
  const before = (id: string, field: 'plan' | 'actual') => {
    const found = moved.find((one) => one.indicatorId === id && one.field === field);
    return found && t('documents.live.figureBefore', { before: number(found.before) || '…' });
  };
  const number = (value: string | null) => (value === null ? '' : showQuantity(value));
  return (
    <NodeViewWrapper className={classes.table} contentEditable={false} data-drag-handle>
      <div className={classes.tableHead}>
        <span className={classes.caption}>{reference.caption}</span>
        {isWritable(editor) && (
          <>
            <Button size="compact-xs" variant="default" onClick={() => setOpened(true)}>
              {t('documents.table.edit')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={deleteNode}>
              {t('documents.table.remove')}
            </Button>
          </>
        )}
      </div>
      {rows.length === 0 ? (
        <p className={classes.dim}>{t('documents.table.empty')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>{t('indicators.column.order')}</th>
              <th>{t('indicators.column.name')}</th>
              <th>{t('indicators.column.unit')}</th>
              <th>{t('indicators.column.plan')}</th>
              <th>{t('documents.table.actual', { period: reference.period })}</th>
              <th>{t('indicators.column.percent')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.id}>
                <td>{index + 1}</td>
                <td>{row.name}</td>
                <td>{row.unit}</td>
                <td data-moved={before(row.id, 'plan')}>{number(row.plan)}</td>
                <td data-moved={before(row.id, 'actual')}>{number(row.actual)}</td>
                <td>{number(row.percent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {opened && (
        <IndicatorTableDialog
          initial={reference}
          onClose={() => setOpened(false)}
          onDone={updateAttributes}
        />
      )}
    </NodeViewWrapper>
  );
}
