import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTypingStatusOf } from '#renderer/lib/forms/drafts-status.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { localDay, showClock } from '#renderer/lib/time.ts';
import { TimeField } from '#renderer/ui/fields/TimeField.tsx';
import { readLines } from '#renderer/ui/fields/typed-values.ts';
import type { Conference } from '#shared/features/conferences/schema.ts';
import { meetingDay } from '#shared/features/conferences/times.ts';
import type { Agenda, AgendaDraft } from '../agenda-form.ts';
import writing from './writing.module.css';

type Props = { agenda: Agenda; at: number; item: AgendaDraft; conference: Conference };

/** When the item really began and ended, its papers, and whether it is left to the next conference. */
export function ItemHead({ agenda, at, item, conference }: Props) {
  const t = useT();
  const { form } = agenda.saved;
  const [isCarried, setCarried] = useState(item.isCarriedOver);
  const day = () => meetingDay(conference, localDay());
  const papers = readLines(item.papers);

  function now(field: 'startedAt' | 'endedAt'): void {
    const instant = new Date();
    form.setFieldValue(`items.${at}.${field}`, `${day()}T${showClock(instant.toISOString())}`);
  }
  useShortcuts([
    { keys: 'alt+s', label: 'conferences.item.start', run: () => now('startedAt'), keyOnly: true },
    { keys: 'alt+x', label: 'conferences.item.end', run: () => now('endedAt'), keyOnly: true },
  ]);

  return (
    <div className={writing.times}>
      {(['startedAt', 'endedAt'] as const).map((field) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the field is inside
        <label key={field}>
          <Button size="compact-xs" variant="default" onClick={() => now(field)}>
            {t(field === 'startedAt' ? 'conferences.item.start' : 'conferences.item.end')}
          </Button>
          <TimeField
            size="xs"
            className={writing.time}
            aria-label={t(field === 'startedAt' ? 'conferences.item.start' : 'conferences.item.end')}
            dayOf={day}
            key={form.key(`items.${at}.${field}`)}
            {...form.getInputProps(`items.${at}.${field}`)}
          />
        </label>
      ))}
      <Checkbox
        size="xs"
        label={t('conferences.item.carry')}
        checked={isCarried}
        onChange={(event) => {
          setCarried(event.currentTarget.checked);
          form.setFieldValue(`items.${at}.isCarriedOver`, event.currentTarget.checked, {
            forceUpdate: false,
          });
        }}
      />
      {isCarried && (
        <TextInput
          size="xs"
          className={writing.reason}
          aria-label={t('conferences.item.carryReason')}
          placeholder={t('conferences.item.carryReason')}
          maxLength={500}
          key={form.key(`items.${at}.carryReason`)}
          {...form.getInputProps(`items.${at}.carryReason`)}
        />
      )}
      {papers.length > 0 && (
        <span className={writing.safe}>{t('conferences.item.papers', { papers: papers.join('; ') })}</span>
      )}
      <SafeLine draftKey={agenda.saved.draftKey} isWaiting={agenda.saved.recovered !== null} />
    </div>
  );
}

/** How much of the typing is safe already; renders alone while somebody types. */
function SafeLine({ draftKey, isWaiting }: { draftKey: string; isWaiting: boolean }) {
  const t = useT();
  const { state, at } = useTypingStatusOf(draftKey);
  return (
    <span className={writing.safe}>
      {state === 'clean'
        ? t(isWaiting ? 'conferences.item.waiting' : 'conferences.item.safe')
        : t(`ui.save.${state}`, { time: at && showClock(at, true) })}
    </span>
  );
}
