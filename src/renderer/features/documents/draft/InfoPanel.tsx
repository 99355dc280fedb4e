import { CloseButton, Text, Textarea, TextInput, Title } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { enterFlow } from '#renderer/lib/forms/fields-flow.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { CountField } from '#renderer/ui/fields/CountField.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { SearchSelect } from '#renderer/ui/fields/SearchSelect.tsx';
import { circulations, urgencies } from '#shared/features/documents/records.ts';
import classes from '../documents.module.css';
import { useConferenceChoices } from '../queries.ts';
import type { SavedDocument } from './document-form.ts';
import { InfoLines } from './InfoLines.tsx';
import { IssuerField } from './IssuerField.tsx';
import { RelationsField } from './RelationsField.tsx';
import { SignatureFields } from './SignatureFields.tsx';
import { TypeField } from './TypeField.tsx';
import { useIssuerChange } from './use-issuer-change.ts';

type Props = {
  documentId: string;
  saved: SavedDocument;
  isReadOnly?: boolean;
  /** It came by its key: the keys go on in it. */
  takesFocus?: boolean;
  onClose: () => void;
};

/** Everything of the paper that is not its text. */
export function InfoPanel({ documentId, saved, isReadOnly = false, takesFocus = false, onClose }: Props) {
  const t = useT();
  const { form } = saved;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) panel.current?.querySelector<HTMLElement>('input:not([type="hidden"])')?.focus();
  }, [takesFocus]);
  return (
    <aside ref={panel} className={classes.info} aria-label={t('documents.info.title')} {...enterFlow()}>
      <div className={classes.infoHead}>
        <Title order={2} size="sm">
          {t('documents.info.title')}
        </Title>
        <CloseButton size="sm" onClick={onClose} aria-label={t('ui.action.close')} />
      </div>
      <fieldset className={classes.infoFields} disabled={isReadOnly}>
        <Group title={t('documents.info.general')}>
          <GeneralFields saved={saved} />
        </Group>
        <Group title={t('documents.info.opening')}>
          <InfoLines saved={saved} field="bases" />
          <TextInput
            label={t('documents.field.openingLine')}
            key={form.key('openingLine')}
            {...form.getInputProps('openingLine')}
          />
        </Group>
        <Group title={t('documents.info.readers')}>
          <InfoLines saved={saved} field="addressees" />
          <InfoLines saved={saved} field="recipients" />
        </Group>
        <Group title={t('documents.info.signature')}>
          <SignatureFields saved={saved} />
        </Group>
        <Group title={t('documents.info.relations')}>
          <RelationsField
            documentId={documentId}
            key={form.key('relations')}
            {...form.getInputProps('relations')}
          />
        </Group>
        <Text size="xs" c="dimmed" className={classes.secrecy}>
          {t('documents.secrecy')}
        </Text>
      </fieldset>
    </aside>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.group}>
      <Title order={3} size="xs" id={id} className={classes.groupTitle}>
        {title}
      </Title>
      {children}
    </section>
  );
}

function GeneralFields({ saved }: { saved: SavedDocument }) {
  const t = useT();
  const { form } = saved;
  const conferences = useConferenceChoices();
  const issuer = form.useWatchValue('issuer');
  const type = form.useWatchValue('type');
  const date = form.useWatchValue('date');
  const changeIssuer = useIssuerChange(saved);
  return (
    <>
      <IssuerField
        key={form.key('issuer')}
        {...form.getInputProps('issuer')}
        onChange={(next) => void changeIssuer(next)}
      />
      <div className={classes.pair}>
        <TypeField
          issuer={issuer}
          type={type}
          date={date}
          key={form.key('type')}
          {...form.getInputProps('type')}
        />
        <DateField label={t('documents.field.date')} key={form.key('date')} {...form.getInputProps('date')} />
      </div>
      <Textarea
        label={t('documents.field.subject')}
        autosize
        minRows={2}
        maxRows={6}
        key={form.key('subject')}
        {...form.getInputProps('subject')}
      />
      <SearchSelect
        label={t('documents.field.conference')}
        placeholder={t('documents.field.noConference')}
        data={conferences}
        clearable
        nothingFoundMessage={t('documents.field.noSuchConference')}
        key={form.key('conferenceId')}
        {...form.getInputProps('conferenceId')}
      />
      <div className={classes.pair}>
        <CountField
          label={t('documents.field.draftRound')}
          key={form.key('draftRound')}
          {...form.getInputProps('draftRound')}
        />
        <SearchSelect
          label={t('documents.field.urgency')}
          data={urgencies.map((value) => ({ value, label: t(`documents.urgency.${value}`) }))}
          key={form.key('urgency')}
          {...form.getInputProps('urgency')}
        />
      </div>
      <SearchSelect
        label={t('documents.field.circulation')}
        data={circulations.map((value) => ({ value, label: t(`documents.circulation.${value}`) }))}
        key={form.key('circulation')}
        {...form.getInputProps('circulation')}
      />
      <div className={classes.pair}>
        <CountField
          label={t('documents.field.copies')}
          key={form.key('copies')}
          {...form.getInputProps('copies')}
        />
        <DateField
          label={t('documents.field.effectiveFrom')}
          placeholder={t('documents.field.fromItsDate')}
          key={form.key('effectiveFrom')}
          {...form.getInputProps('effectiveFrom')}
        />
      </div>
    </>
  );
}
