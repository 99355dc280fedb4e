import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { PeriodSelect, useIndicators } from '#renderer/features/indicators/index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { ActionDialog } from '#renderer/ui/ActionDialog.tsx';
import { showQuantity } from '#shared/text/quantities.ts';
import { figuresOf } from '#shared/text-model/live-tables.ts';
import classes from '../documents.module.css';
import type { TableReference } from './table-reference.ts';

type Props = {
  initial: TableReference;
  onClose: () => void;
  onDone: (reference: TableReference) => void;
};

/** Which indicators of which year the table shows. Without a choice yet, those with figures are chosen. */
export function IndicatorTableDialog({ initial, onClose, onDone }: Props) {
  const t = useT();
  const [period, setPeriod] = useState(initial.period);
  const [chosen, setChosen] = useState<readonly string[] | null>(
    initial.indicatorIds.length > 0 ? initial.indicatorIds : null,
  );
  const [caption, setCaption] = useState<string | null>(initial.caption || null);
  const { data: rows = [] } = useIndicators(period);
  const withFigures = rows.filter(({ plan, actual }) => plan !== null || actual !== null).map(({ id }) => id);
  const ids = chosen ?? withFigures;
  // Those chosen before keep their order, others follow in the order of the list.
  const ordered = [...ids.filter((id) => rows.some((row) => row.id === id))];
  const isEmpty = ordered.length === 0;
  const shownCaption = caption ?? t('documents.table.defaultCaption', { period });

  function toggle(id: string): void {
    if (ids.includes(id)) setChosen(ids.filter((other) => other !== id));
    else setChosen(rows.filter((row) => row.id === id || ids.includes(row.id)).map((row) => row.id));
  }

  function submit(): void {
    onDone({
      period,
      indicatorIds: ordered,
      caption: shownCaption.trim(),
      seen: figuresOf(ordered, rows),
    });
    onClose();
  }

  return (
    <ActionDialog
      title={t('documents.table.title')}
      act={t('documents.table.done', { count: ordered.length })}
      onAct={submit}
      onClose={onClose}
      disabled={isEmpty}
      startsAt="act"
      size="lg"
      aside={
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => setChosen(rows.map(({ id }) => id))}
          >
            {t('documents.table.all')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setChosen([])}>
            {t('documents.table.none')}
          </Button>
        </Group>
      }
    >
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <PeriodSelect value={period} onChange={setPeriod} label={t('indicators.period')} />
        <TextInput
          label={t('documents.table.caption')}
          // A button that is off takes no focus, and the keys would go on into the text behind.
          data-autofocus={isEmpty || undefined}
          flex={1}
          maxLength={300}
          value={shownCaption}
          onChange={(event) => setCaption(event.currentTarget.value)}
        />
      </Group>
      <div className={classes.choices}>
        {rows.length === 0 && <Text c="dimmed">{t('documents.table.noIndicators')}</Text>}
        {rows.map((row) => (
          <Checkbox
            key={row.id}
            checked={ids.includes(row.id)}
            onChange={() => toggle(row.id)}
            label={
              <>
                {row.name} <span className={classes.dim}>({row.unit})</span>
                {row.percent !== null && (
                  <span className={classes.dim}>
                    {' '}
                    · {t('documents.table.percent', { percent: showQuantity(row.percent) })}
                  </span>
                )}
              </>
            }
          />
        ))}
      </div>
    </ActionDialog>
  );
}
