import { Autocomplete, Select, Textarea, TextInput } from '@mantine/core';
import type { SavedForm } from '#renderer/lib/forms/saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { CountField } from '#renderer/ui/fields/CountField.tsx';
import { DateTimeField } from '#renderer/ui/fields/DateTimeField.tsx';
import { SearchSelect } from '#renderer/ui/fields/SearchSelect.tsx';
import {
  type ConferenceFields,
  conferenceKinds,
  conferenceSessions,
} from '#shared/features/conferences/schema.ts';
import type { Member } from '#shared/features/organisation/schema.ts';
import { titleOn } from '../queries.ts';
import classes from './prepare.module.css';

type Props = { saved: SavedForm<ConferenceFields>; members: readonly Member[]; autoFocus?: boolean };

/** What every conference has before it begins: which one, when, where, who leads and who writes. */
export function HeaderFields({ saved, members, autoFocus = false }: Props) {
  const t = useT();
  const { form } = saved;
  const day = form.getValues().startsAt.slice(0, 10);
  return (
    <>
      <div className={classes.which}>
        <Select
          label={t('conferences.field.kind')}
          data={conferenceKinds.map((kind) => ({ value: kind, label: t(`conferences.kind.${kind}`) }))}
          autoFocus={autoFocus}
          allowDeselect={false}
          key={form.key('kind')}
          {...form.getInputProps('kind')}
        />
        <Select
          label={t('conferences.field.session')}
          data={conferenceSessions.map((session) => ({
            value: session,
            label: t(`conferences.session.${session}`),
          }))}
          allowDeselect={false}
          key={form.key('session')}
          {...form.getInputProps('session')}
        />
        <CountField
          label={t('conferences.field.ordinal')}
          key={form.key('ordinal')}
          {...form.getInputProps('ordinal')}
        />
      </div>
      <TextInput
        label={t('conferences.field.customTitle')}
        description={t('conferences.field.customTitleHint')}
        maxLength={300}
        key={form.key('customTitle')}
        {...form.getInputProps('customTitle')}
      />
      <DateTimeField
        usualTime="07:30"
        label={t('conferences.field.startsAt')}
        key={form.key('startsAt')}
        {...form.getInputProps('startsAt')}
        dayOf={() => form.getValues().startsAt.slice(0, 10)}
      />
      <TextInput
        label={t('conferences.field.place')}
        key={form.key('place')}
        {...form.getInputProps('place')}
      />
      <SearchSelect
        label={t('conferences.field.chair')}
        data={members.map((member) => ({ value: member.id, label: withTitle(member, day) }))}
        clearable
        nothingFoundMessage={t('conferences.field.noSuchMember')}
        key={form.key('chairId')}
        {...form.getInputProps('chairId')}
      />
      <Autocomplete
        label={t('conferences.field.recorder')}
        data={[...new Set(members.map(({ fullName }) => fullName))]}
        key={form.key('recorderName')}
        {...form.getInputProps('recorderName')}
      />
      <Textarea
        label={t('conferences.field.content')}
        description={t('conferences.field.contentHint')}
        autosize
        minRows={2}
        maxRows={6}
        key={form.key('content')}
        {...form.getInputProps('content')}
      />
    </>
  );
}

function withTitle(member: Member, day: string): string {
  const title = titleOn(member, day);
  return title ? `${member.fullName}, ${title}` : member.fullName;
}
