import { Button, Group, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { client, wireOf } from '#renderer/lib/client.ts';
import { enterGoesOn } from '#renderer/lib/fields-flow.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { path, routes } from '#renderer/lib/routes.ts';
import { toastRefusal } from '#renderer/lib/toasts.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { type DocumentType, documentTypes, typeName } from '#shared/features/documents/types.ts';
import { isoDate } from '#shared/fields.ts';
import classes from './documents.module.css';
import { useConferenceChoices } from './queries.ts';

type Wanted = { type: DocumentType; conferenceId: string | null; date: string | null };

/** Three choices; the rest comes from what the office usually puts in. */
export function NewDocument() {
  const t = useT();
  const [, go] = useLocation();
  const conferences = useConferenceChoices();
  const create = useCommand('documents.create');
  const [pending, setPending] = useState(false);
  const form = useForm<Wanted>({
    mode: 'uncontrolled',
    initialValues: { type: 'NQ', conferenceId: null, date: null },
    validate: {
      date: (date) => (date === null || isoDate.safeParse(date).success ? null : t('validation.date')),
    },
  });

  async function start(wanted: Wanted): Promise<void> {
    setPending(true);
    try {
      const fields = await client.documents.template(wanted);
      const made = await create.run(fields);
      if (made) go(path.document(made.id), { replace: true });
    } catch (error) {
      toastRefusal(wireOf(error));
    } finally {
      setPending(false);
    }
  }

  return (
    <>
      <PageHeader title={t('documents.new.title')} subtitle={t('documents.new.hint')} />
      <form
        className={classes.shortForm}
        onSubmit={form.onSubmit((wanted) => void start(wanted))}
        onKeyDown={enterGoesOn}
      >
        <Stack gap="sm">
          <Select
            label={t('documents.field.type')}
            data={documentTypes.map((type) => ({ value: type, label: typeName(type) }))}
            key={form.key('type')}
            {...form.getInputProps('type')}
            data-autofocus
            autoFocus
          />
          <Select
            label={t('documents.field.conference')}
            description={t('documents.field.conferenceHint')}
            placeholder={t('documents.field.noConference')}
            data={conferences}
            clearable
            searchable
            nothingFoundMessage={t('documents.field.noSuchConference')}
            key={form.key('conferenceId')}
            {...form.getInputProps('conferenceId')}
          />
          <DateField
            label={t('documents.field.date')}
            description={t('documents.field.dateHint')}
            w={180}
            key={form.key('date')}
            {...form.getInputProps('date')}
          />
          <Group gap="xs">
            <Button type="submit" loading={pending}>
              {t('documents.new.start')}
            </Button>
            <Button variant="default" onClick={() => go(routes.documents)}>
              {t('ui.action.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  );
}
