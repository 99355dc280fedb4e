import { Autocomplete, CloseButton, Select, Textarea, TextInput, Title } from '@mantine/core';
import { enterGoesOn } from '#renderer/lib/fields-flow.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { localDay } from '#renderer/lib/time.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { LinesField } from '#renderer/ui/LinesField.tsx';
import { documentTypes, typeName } from '#shared/features/documents/types.ts';
import { positionOn } from '#shared/features/organisation/rules.ts';
import type { SavedDocument } from './document-form.ts';
import classes from './documents.module.css';
import { useConferenceChoices, useSigners } from './queries.ts';

type Props = { saved: SavedDocument; onClose: () => void };

/** Everything of the paper that is not its text. */
export function InfoPanel({ saved, onClose }: Props) {
  const t = useT();
  const { form } = saved;
  const conferences = useConferenceChoices();
  return (
    <aside className={classes.info} aria-label={t('documents.info.title')} onKeyDown={enterGoesOn}>
      <div className={classes.infoHead}>
        <Title order={2} size="sm">
          {t('documents.info.title')}
        </Title>
        <CloseButton size="sm" onClick={onClose} aria-label={t('ui.action.close')} />
      </div>
      <div className={classes.infoFields}>
        <div className={classes.pair}>
          <Select
            label={t('documents.field.type')}
            data={documentTypes.map((type) => ({ value: type, label: typeName(type) }))}
            key={form.key('type')}
            {...form.getInputProps('type')}
          />
          <DateField
            label={t('documents.field.date')}
            key={form.key('date')}
            {...form.getInputProps('date')}
          />
        </div>
        <Textarea
          label={t('documents.field.subject')}
          autosize
          minRows={2}
          maxRows={6}
          key={form.key('subject')}
          {...form.getInputProps('subject')}
        />
        <Select
          label={t('documents.field.conference')}
          placeholder={t('documents.field.noConference')}
          data={conferences}
          clearable
          searchable
          nothingFoundMessage={t('documents.field.noSuchConference')}
          key={form.key('conferenceId')}
          {...form.getInputProps('conferenceId')}
        />
        <LinesField
          label={t('documents.field.bases')}
          description={t('documents.field.basesHint')}
          key={form.key('bases')}
          {...form.getInputProps('bases')}
        />
        <TextInput
          label={t('documents.field.openingLine')}
          key={form.key('openingLine')}
          {...form.getInputProps('openingLine')}
        />
        <LinesField
          label={t('documents.field.recipients')}
          description={t('documents.field.recipientsHint')}
          key={form.key('recipients')}
          {...form.getInputProps('recipients')}
        />
        <Signature saved={saved} />
      </div>
    </aside>
  );
}

/** Authority line, title, name; choosing a member fills in the title that goes with the office. */
function Signature({ saved }: { saved: SavedDocument }) {
  const t = useT();
  const { form } = saved;
  const date = form.getValues().date;
  const { data: members = [] } = useSigners(date);
  const titles = { secretary: t('documents.signer.secretary'), deputy: t('documents.signer.deputy') };

  function fillTitle(name: string): void {
    const member = members.find(({ fullName }) => fullName === name);
    const role = member && positionOn(member, date ?? localDay())?.role;
    if (role === 'secretary' || role === 'deputy') form.setFieldValue('signerTitle', titles[role]);
  }

  return (
    <>
      <Autocomplete
        label={t('documents.field.authority')}
        data={[t('documents.authority.committee'), t('documents.authority.standing')]}
        filter={({ options }) => options}
        key={form.key('authority')}
        {...form.getInputProps('authority')}
      />
      <div className={classes.pair}>
        <Autocomplete
          label={t('documents.field.signerTitle')}
          data={Object.values(titles)}
          filter={({ options }) => options}
          key={form.key('signerTitle')}
          {...form.getInputProps('signerTitle')}
        />
        <Autocomplete
          label={t('documents.field.signerName')}
          data={[...new Set(members.map(({ fullName }) => fullName))]}
          onOptionSubmit={fillTitle}
          key={form.key('signerName')}
          {...form.getInputProps('signerName')}
        />
      </div>
    </>
  );
}
