import { Button, Divider, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { discardDraft } from '#renderer/lib/forms/drafts.ts';
import { enterFlow } from '#renderer/lib/forms/fields-flow.ts';
import { useSavedForm } from '#renderer/lib/forms/use-saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery, queryClient } from '#renderer/lib/query-client.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useTask } from '#renderer/lib/use-task.ts';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { FormNotes } from '#renderer/ui/FormNotes.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { TaskProgress } from '#renderer/ui/TaskProgress.tsx';
import { namesFromSetup } from '#shared/features/organisation/rules.ts';
import { OrdinalField } from './OrdinalField.tsx';
import classes from './organisation.module.css';
import { TakenBackNote } from './TakenBackNote.tsx';
import { setupForm } from './term-form.ts';

const draftKey = 'organisation:setup';

const empty: z.input<typeof setupForm> = {
  commune: '',
  superior: '',
  placeName: '',
  termOrdinal: null,
  termStartsOn: null,
};

/** Five answers to a usable register, or a look at it with sample data. */
export function FirstStartPage() {
  const t = useT();
  const setup = useCommand('organisation.setup', { quiet: true });
  const demo = useTask('app.loadDemo');
  const [head, setHead] = useState<[parent: string, issuing: string] | null>(null);
  const saved = useSavedForm({
    schema: setupForm,
    record: null,
    initial: empty,
    draftKey,
    save: setup.run,
  });
  const { form } = saved;
  // Set up, by these answers or with sample data, nothing of them is left unfinished: also not what was found here and
  // never taken back, which leaving the form keeps.
  useEffect(
    () => () => {
      if (queryClient.getQueryData(methodQuery('app.status', {}).queryKey)?.isSetUp)
        void discardDraft(draftKey).catch(() => undefined);
    },
    [],
  );

  /** "xã Sơn Liên" lies in "Sơn Liên", unless something else was typed there. */
  function suggestPlace(): void {
    const { commune, placeName } = form.getValues();
    const place = commune.trim().replace(/^(?:xã|phường|thị trấn|đặc khu)\s+/iu, '');
    if (placeName === '' && place !== '') form.setFieldValue('placeName', place);
    showHead();
  }

  function showHead(): void {
    const { commune, superior, placeName, termStartsOn } = form.getValues();
    const known = commune.trim() !== '' && superior.trim() !== '';
    const names = known && namesFromSetup({ commune, superior, placeName, termStartsOn: termStartsOn ?? '' });
    setHead(names ? [names.parentLine, names.issuingLine] : null);
  }

  return (
    <div className={classes.first}>
      <div className={classes.firstCard} {...enterFlow()}>
        <Title order={1} className={classes.firstTitle}>
          {t('organisation.first.title')}
        </Title>
        <Text c="dimmed" mb="md">
          {t('organisation.first.intro')}
        </Text>
        <Stack gap="sm">
          <TakenBackNote />
          <FormNotes saved={saved} />
          <div className={classes.pair}>
            <TextInput
              key={form.key('commune')}
              {...form.getInputProps('commune')}
              label={t('organisation.field.commune')}
              placeholder={t('organisation.example.commune')}
              onBlur={suggestPlace}
              data-autofocus
              autoFocus
            />
            <TextInput
              key={form.key('superior')}
              {...form.getInputProps('superior')}
              label={t('organisation.field.superior')}
              placeholder={t('organisation.example.superior')}
              onBlur={showHead}
            />
          </div>
          <TextInput
            key={form.key('placeName')}
            {...form.getInputProps('placeName')}
            label={t('organisation.field.placeName')}
            description={t('organisation.help.placeName')}
            placeholder={t('organisation.example.placeName')}
          />
          <div className={classes.pair}>
            <OrdinalField
              key={form.key('termOrdinal')}
              {...form.getInputProps('termOrdinal')}
              label={t('organisation.field.termOrdinal')}
              placeholder={t('organisation.example.termOrdinal')}
            />
            <DateField
              key={form.key('termStartsOn')}
              {...form.getInputProps('termStartsOn')}
              label={t('organisation.field.termStartsOn')}
              onBlur={showHead}
            />
          </div>
          {head && <Head lines={head} />}
          <Group>
            <Button onClick={() => void saved.save()} loading={setup.pending} aria-keyshortcuts="Control+S">
              {t('organisation.first.begin')}
            </Button>
          </Group>
        </Stack>
        <Divider my="md" label={t('organisation.first.or')} labelPosition="left" />
        <Group gap="sm">
          <Button variant="default" loading={demo.running !== null} onClick={() => void demo.run({})}>
            {t('organisation.first.demo')}
          </Button>
          <Text size="sm" c="dimmed" className={classes.grow}>
            {t('organisation.first.demoHint')}
          </Text>
        </Group>
        <Stack gap="sm" mt="sm">
          <TaskProgress running={demo.running} what={t('organisation.first.demoRunning')} />
          {demo.error && <ErrorNote error={demo.error} />}
        </Stack>
      </div>
    </div>
  );
}

/** The head of a paper as these answers would print it. */
function Head({ lines }: { lines: readonly [parent: string, issuing: string] }) {
  const t = useT();
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4}>
        {t('organisation.first.head')}
      </Text>
      <div className={classes.head}>
        <div>{lines[0]}</div>
        <strong>{lines[1]}</strong>
      </div>
    </div>
  );
}
