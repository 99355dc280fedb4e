import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { client, wireOf } from '#renderer/lib/client.ts';
import { enterFlow } from '#renderer/lib/forms/fields-flow.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { path, routes } from '#renderer/lib/routes.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { toastRefusal } from '#renderer/lib/toasts.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { SearchSelect } from '#renderer/ui/fields/SearchSelect.tsx';
import { Note } from '#renderer/ui/Note.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import type { DocumentType } from '#shared/features/documents/types.ts';
import type { Issuer } from '#shared/features/organisation/issuers.ts';
import { isoDate } from '#shared/fields.ts';
import classes from '../documents.module.css';
import { useConferenceChoices, useDocuments } from '../queries.ts';
import { documentChoice } from './document-choices.ts';
import { IssuerField } from './IssuerField.tsx';
import { TypeField } from './TypeField.tsx';

type Wanted = {
  issuer: Issuer;
  type: DocumentType;
  fromId: string | null;
  conferenceId: string | null;
  date: string | null;
};

/** A few choices; the rest comes from what the office usually puts in, or from an earlier document. */
export function NewDocument() {
  const t = useT();
  const [, go] = useLocation();
  const conferences = useConferenceChoices();
  const { data: documents = [] } = useDocuments();
  const create = useCommand('documents.create');
  const [pending, setPending] = useState(false);
  const form = useForm<Wanted>({
    mode: 'uncontrolled',
    initialValues: { issuer: 'committee', type: 'NQ', fromId: null, conferenceId: null, date: null },
    validate: {
      date: (date) => (date === null || isoDate.safeParse(date).success ? null : t('validation.date')),
    },
  });
  const issuer = form.useWatchValue('issuer');
  const type = form.useWatchValue('type');
  const date = form.useWatchValue('date');

  /** The new one is of the same body and type, unless the clerk has chosen them. */
  function chooseEarlier(fromId: string | null): void {
    form.setFieldValue('fromId', fromId);
    const earlier = documents.find(({ id }) => id === fromId);
    if (!earlier || form.isDirty('issuer') || form.isDirty('type')) return;
    form.setFieldValue('issuer', earlier.issuer);
    form.setFieldValue('type', earlier.type);
  }

  async function start({ fromId, ...wanted }: Wanted): Promise<void> {
    if (pending) return;
    setPending(true);
    try {
      const fields = await client.documents.template(fromId ? { ...wanted, fromId } : wanted);
      const made = await create.run(fields);
      if (made) go(path.document(made.id), { replace: true });
    } catch (error) {
      toastRefusal(wireOf(error));
    } finally {
      setPending(false);
    }
  }

  const submit = form.onSubmit((wanted) => void start(wanted));
  useShortcuts([{ keys: 'ctrl+s', label: 'documents.new.start', run: () => submit() }]);

  return (
    <>
      <PageHeader title={t('documents.new.title')} subtitle={t('documents.new.hint')} />
      <form className={classes.shortForm} onSubmit={submit} {...enterFlow()}>
        <Stack gap="sm">
          <div className={classes.pair}>
            <IssuerField
              key={form.key('issuer')}
              {...form.getInputProps('issuer')}
              data-autofocus
              autoFocus
            />
            <TypeField
              issuer={issuer}
              type={type}
              date={date}
              key={form.key('type')}
              {...form.getInputProps('type')}
            />
          </div>
          <SearchSelect
            label={t('documents.field.earlier')}
            description={t('documents.field.earlierHint')}
            placeholder={t('documents.field.noEarlier')}
            data={documents.map(documentChoice)}
            clearable
            nothingFoundMessage={t('documents.field.noSuchDocument')}
            key={form.key('fromId')}
            {...form.getInputProps('fromId')}
            onChange={chooseEarlier}
          />
          <SearchSelect
            label={t('documents.field.conference')}
            description={t('documents.field.conferenceHint')}
            placeholder={t('documents.field.noConference')}
            data={conferences}
            clearable
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
          <Note tone="plain">{t('documents.secrecy')}</Note>
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
