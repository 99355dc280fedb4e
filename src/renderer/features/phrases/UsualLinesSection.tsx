import { Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useSavedForm } from '#renderer/lib/forms/use-saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { FormNotes } from '#renderer/ui/FormNotes.tsx';
import { LinesField } from '#renderer/ui/fields/LinesField.tsx';
import { SaveBar } from '#renderer/ui/SaveBar.tsx';
import { type UsualLines, usualLines } from '#shared/features/phrases/contract.ts';
import classes from './phrases.module.css';
import { useUsualLines } from './use-usual-lines.ts';

/** Legal bases and recipients to choose from beside a document, in the order in which they are put in. */
export function UsualLinesSection() {
  const { data: lines } = useUsualLines();
  return lines ? <LinesForm lines={lines} /> : null;
}

function LinesForm({ lines }: { lines: UsualLines }) {
  const t = useT();
  const command = useCommand('phrases.saveLines');
  const initial = useMemo(() => ({ basis: lines.basis, recipient: lines.recipient }), [lines]);
  const saved = useSavedForm({
    resumes: true,
    schema: usualLines,
    record: lines,
    initial,
    draftKey: 'settings:usual-lines',
    save: command.run,
    describe: () => t('organisation.tab.usualLines'),
    told: {
      fields: { basis: { label: 'phrases.lines.basis' }, recipient: { label: 'phrases.lines.recipient' } },
    },
  });
  const { form } = saved;
  return (
    <Stack gap="sm" className={classes.lines}>
      <Text size="sm" c="dimmed">
        {t('phrases.lines.intro')}
      </Text>
      <FormNotes saved={saved} />
      <LinesField
        label={t('phrases.lines.basis')}
        minRows={4}
        key={form.key('basis')}
        {...form.getInputProps('basis')}
      />
      <LinesField
        label={t('phrases.lines.recipient')}
        minRows={4}
        key={form.key('recipient')}
        {...form.getInputProps('recipient')}
      />
      <Group>
        <SaveBar saved={saved} />
      </Group>
    </Stack>
  );
}
