import { ActionIcon, Menu } from '@mantine/core';
import { memo } from 'react';
import { type Translate, useT } from '#renderer/lib/i18n.tsx';
import { MoreIcon } from '#renderer/ui/icons.tsx';
import { classify } from '#shared/features/indicators/rules.ts';
import type { IndicatorFields } from '#shared/features/indicators/schema.ts';
import { parseQuantity, percentOf, showQuantity } from '#shared/text/quantities.ts';
import { ActiveChoice, ActiveText } from './ActiveCell.tsx';
import { type ColumnId, cellKinds, cellText, columnIds } from './columns.ts';
import classes from './indicators.module.css';
import { ResultMark } from './ResultMark.tsx';
import type { Grid } from './use-grid.ts';

type Props = {
  index: number;
  fields: IndicatorFields;
  /** Null for the row at the end that adds one. */
  id: string | null;
  /** The column with the keyboard, or -1; then `grid` is null, so that rows at rest are not drawn again. */
  active: number;
  grid: Grid | null;
  onHistory: (id: string) => void;
  /** Null for who only reads. */
  onRemove: ((id: string) => void) | null;
};

export const GridRow = memo(function GridRow({
  index,
  fields,
  id,
  active,
  grid,
  onHistory,
  onRemove,
}: Props) {
  const t = useT();
  const shown = whileTyping(fields, columnIds[active], grid?.state.edit?.text);
  const percent = percentOf(shown.actual, shown.plan);
  const result = classify(shown.direction, shown.plan, shown.actual);
  return (
    <tr aria-rowindex={index + 2} data-active={active >= 0 || undefined} data-new={id === null || undefined}>
      <th scope="row" className={classes.number}>
        {id === null ? '' : index + 1}
      </th>
      {columnIds.map((column, at) => (
        <td
          key={column}
          aria-colindex={at + 2}
          data-cell={`${index}:${at}`}
          data-kind={cellKinds[column]}
          data-refused={(at === active && grid?.state.refusal !== null) || undefined}
        >
          {column === 'percent' && percent !== null && showQuantity(percent)}
          {column === 'result' && <ResultMark result={result} />}
          {cellKinds[column] !== 'computed' && (
            <span className={classes.value}>
              {wordOf(t, fields, column) || hintOf(t, id, column, fields)}
            </span>
          )}
          {grid && at === active && <Active column={column} fields={fields} grid={grid} />}
        </td>
      ))}
      <td className={classes.menuCell}>
        {id !== null && (
          <Menu withinPortal>
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                tabIndex={-1}
                aria-label={t('ui.action.more')}
                className={classes.more}
              >
                <MoreIcon />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onHistory(id)}>{t('indicators.action.history')}</Menu.Item>
              {onRemove && (
                <Menu.Item color="red" onClick={() => onRemove(id)}>
                  {t('indicators.action.remove')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </td>
    </tr>
  );
});

function Active({ column, fields, grid }: { column: ColumnId; fields: IndicatorFields; grid: Grid }) {
  const t = useT();
  const props = { column, grid, label: t(`indicators.column.${column}`) };
  return cellKinds[column] === 'choice' && grid.mayWrite ? (
    <ActiveChoice {...props} text={cellText(fields, column)} />
  ) : (
    <ActiveText {...props} text={wordOf(t, fields, column)} />
  );
}

/** Percent and class follow the number while it is typed. */
function whileTyping(
  fields: IndicatorFields,
  column: ColumnId | undefined,
  text: string | undefined,
): IndicatorFields {
  if (text === undefined || (column !== 'plan' && column !== 'actual')) return fields;
  return { ...fields, [column]: parseQuantity(text) };
}

function wordOf(t: Translate, fields: IndicatorFields, column: ColumnId): string {
  if (column === 'direction') return t(`indicators.direction.${fields.direction}`);
  if (column === 'planSource') return t(`indicators.planSource.${fields.planSource}`);
  return cellText(fields, column);
}

/** In the row at the end: where to begin, and what it still needs. */
function hintOf(t: Translate, id: string | null, column: ColumnId, fields: IndicatorFields) {
  if (id !== null) return null;
  if (column === 'name') return <span className={classes.hint}>{t('indicators.new.name')}</span>;
  if (column === 'unit' && fields.name)
    return <span className={classes.hint}>{t('indicators.new.unit')}</span>;
  return null;
}
