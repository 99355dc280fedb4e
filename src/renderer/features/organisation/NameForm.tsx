import { TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useSavedForm } from '#renderer/lib/forms/use-saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { pick } from '#renderer/lib/plain.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { FormNotes } from '#renderer/ui/FormNotes.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { SaveBar } from '#renderer/ui/SaveBar.tsx';
import { bodyNameRecord } from '#shared/features/organisation/records.ts';
import type { BodyName } from '#shared/features/organisation/schema.ts';
import { EditDrawer } from './EditDrawer.tsx';
import { IssuersFields } from './IssuersFields.tsx';
import { type NameFields, nameDrafts, toldIssuers, typedIssuers } from './issuer-lines.ts';
import classes from './organisation.module.css';

const textFields = [
  'name',
  'parentLine',
  'issuingLine',
  'placeName',
  'symbol',
  'committeeName',
  'standingName',
  'superiorLevel',
] as const;

const noNames = {
  name: '',
  parentLine: '',
  issuingLine: '',
  placeName: '',
  symbol: '',
  committeeName: '',
  standingName: '',
  superiorLevel: '',
};

type NameFormProps = {
  /** Null: a new one, which starts as a copy of `template`. */
  name: BodyName | null;
  template: BodyName | null;
  onClose: () => void;
};

export function NameForm({ name, template, onClose }: NameFormProps) {
  const t = useT();
  const command = useCommand('organisation.saveName', { onDone: onClose });
  const initial = useMemo(() => initialOf(name, template), [name, template]);
  const saved = useSavedForm({
    ...nameDrafts,
    record: name,
    initial,
    draftKey: `organisation:${name?.id ?? 'new'}`,
    save: (value, saving) => command.run(name ? { ...value, id: name.id } : value, saving),
    describe: (value) => value.name,
    told: { fields: { ...bodyNameRecord.fields, issuers: toldIssuers } },
  });
  const { form } = saved;
  return (
    <EditDrawer
      title={t(name ? 'organisation.names.edit' : 'organisation.names.add')}
      onClose={onClose}
      actions={<SaveBar saved={saved} />}
    >
      <FormNotes saved={saved} />
      <div className={classes.pair}>
        <DateField
          key={form.key('validFrom')}
          {...form.getInputProps('validFrom')}
          label={t('organisation.field.validFrom')}
          data-autofocus
        />
        <DateField
          key={form.key('validTo')}
          {...form.getInputProps('validTo')}
          label={t('organisation.field.validTo')}
          placeholder={t('organisation.now')}
        />
      </div>
      {textFields.map((field) => (
        <TextInput
          key={form.key(field)}
          {...form.getInputProps(field)}
          label={t(`organisation.field.${field}`)}
        />
      ))}
      <IssuersFields saved={saved} />
    </EditDrawer>
  );
}

function initialOf(name: BodyName | null, template: BodyName | null): NameFields {
  const from = name ?? template;
  return {
    ...(from ? pick(from, textFields) : noNames),
    validFrom: name?.validFrom ?? '',
    validTo: name?.validTo ?? null,
    issuers: typedIssuers(from?.issuers ?? {}),
  };
}
