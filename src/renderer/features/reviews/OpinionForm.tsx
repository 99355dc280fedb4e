import { Button, Group, SegmentedControl, Select, Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useSavedForm } from '#renderer/lib/forms/use-saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { RecoveredNote } from '#renderer/ui/RecoveredNote.tsx';
import {
  type OpinionDraft,
  opinionDraft,
  opinionDraftKey,
  opinionKinds,
  type Pin,
  pinnedFields,
} from '#shared/features/reviews/schema.ts';
import classes from './reviews.module.css';
import { shownQuote } from './shown-opinions.ts';
import { type OpinionPanelState, offered } from './use-opinion-panel.ts';

type Props = { panel: OpinionPanelState; pin: Pin };

/** A new opinion: on the words that were selected, or on something else of the document. Each key of it is safe. */
export function OpinionForm({ panel, pin }: Props) {
  const t = useT();
  const { documentId, give, stopWriting, hold } = panel;
  const initial = useRef<OpinionDraft>({ ...pin, kind: 'remark', text: '', proposed: '' });
  const saved = useSavedForm({
    schema: opinionDraft,
    record: null,
    initial: initial.current,
    draftKey: opinionDraftKey(documentId),
    save: give,
    describe: ({ text }) => text.slice(0, 80),
    isAside: true,
  });
  const { form, useRecovered: takeBack } = saved;
  const kind = form.useWatchValue('kind');
  const field = form.useWatchValue('field');
  const quote = form.useWatchValue('quote');
  const text = useRef<HTMLTextAreaElement>(null);

  // Other words were selected while something is being written: it is about those now.
  const known = useRef(pin);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when other words were selected
  useEffect(() => {
    if (pin !== offered) text.current?.focus();
    if (known.current === pin) return;
    known.current = pin;
    form.setValues({ ...form.getValues(), ...pin });
  }, [pin]);

  async function send(): Promise<void> {
    if (await saved.save()) stopWriting();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isSent = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isSent && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (isSent) void send();
    else stopWriting();
  }

  const places = pinnedFields.filter((one) => one !== 'body' || quote !== '');
  return (
    <form
      className={classes.form}
      aria-label={t('reviews.form.title')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <RecoveredNote
        saved={{
          recovered: saved.recovered,
          savedSince: saved.savedSince,
          useRecovered: () => {
            takeBack();
            hold(form.getValues());
          },
          dropRecovered: saved.dropRecovered,
        }}
      />
      <Select
        size="xs"
        label={t('reviews.form.about')}
        data={places.map((value) => ({ value, label: t(`reviews.field.${value}`) }))}
        allowDeselect={false}
        key={form.key('field')}
        {...form.getInputProps('field')}
      />
      {field === 'body' && <q className={classes.quote}>{shownQuote(quote, 160)}</q>}
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('reviews.form.kind')}
        data={opinionKinds.map((value) => ({ value, label: t(`reviews.kind.${value}`) }))}
        key={form.key('kind')}
        {...form.getInputProps('kind')}
      />
      <Textarea
        size="xs"
        label={t(`reviews.form.text.${kind}`)}
        autosize
        minRows={3}
        maxRows={10}
        key={form.key('text')}
        {...form.getInputProps('text')}
        ref={text}
      />
      {kind === 'change' && (
        <Textarea
          size="xs"
          label={t('reviews.form.proposed')}
          description={t('reviews.form.proposedHint')}
          autosize
          minRows={1}
          maxRows={6}
          key={form.key('proposed')}
          {...form.getInputProps('proposed')}
        />
      )}
      <Group gap="xs" justify="flex-end">
        <Button size="compact-sm" variant="default" onClick={stopWriting}>
          {t('ui.action.close')}
        </Button>
        <Button size="compact-sm" type="submit" title={t('reviews.form.sendKeys')}>
          {t('reviews.form.send')}
        </Button>
      </Group>
    </form>
  );
}
