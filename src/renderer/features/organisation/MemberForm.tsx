import { Button, TextInput } from '@mantine/core';
import { useMemo, useRef } from 'react';
import type { z } from 'zod';
import { useSavedForm } from '#renderer/lib/forms/use-saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { FormNotes } from '#renderer/ui/FormNotes.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { SaveBar } from '#renderer/ui/SaveBar.tsx';
import { memberRecord } from '#shared/features/organisation/records.ts';
import { type Member, memberFields, type Term } from '#shared/features/organisation/schema.ts';
import { EditDrawer } from './EditDrawer.tsx';
import classes from './organisation.module.css';
import { newPosition, PositionFields, toldPositions } from './PositionFields.tsx';

type MemberFields = z.infer<typeof memberFields>;

type MemberFormProps = {
  term: Term;
  /** Null: a new one. */
  member: Member | null;
  onClose: () => void;
  /** Saved, and another one follows. */
  onNext: () => void;
};

export function MemberForm({ term, member, onClose, onNext }: MemberFormProps) {
  const t = useT();
  const goOn = useRef(false);
  const command = useCommand('organisation.saveMember', {
    onDone: () => {
      if (!goOn.current) onClose();
    },
  });
  const initial = useMemo(() => initialOf(term, member), [term, member]);
  const saved = useSavedForm({
    schema: memberFields,
    record: member,
    initial,
    draftKey: `organisation:${member?.id ?? `new-member-${term.id}`}`,
    save: (value, saving) => command.run(member ? { ...value, id: member.id } : value, saving),
    describe: (value) => value.fullName,
    told: { fields: { ...memberRecord.fields, positions: toldPositions } },
  });
  const { form } = saved;

  async function saveThenNext(): Promise<void> {
    goOn.current = true;
    // Only when the draft of this one is gone: the next form would offer it as left unfinished.
    const done = await saved.save();
    goOn.current = false;
    if (done) onNext();
  }

  return (
    <EditDrawer
      title={t(member ? 'organisation.members.edit' : 'organisation.members.add')}
      onClose={onClose}
      actions={
        <>
          {!member && (
            <Button variant="default" onClick={() => void saveThenNext()}>
              {t('organisation.members.saveThenNext')}
            </Button>
          )}
          <SaveBar saved={saved} />
        </>
      }
    >
      <FormNotes saved={saved} />
      <TextInput
        key={form.key('fullName')}
        {...form.getInputProps('fullName')}
        label={t('organisation.field.fullName')}
        data-autofocus
      />
      <div className={classes.pair}>
        <DateField
          key={form.key('validFrom')}
          {...form.getInputProps('validFrom')}
          label={t('organisation.field.memberFrom')}
        />
        <DateField
          key={form.key('validTo')}
          {...form.getInputProps('validTo')}
          label={t('organisation.field.memberTo')}
          placeholder={t('organisation.now')}
        />
      </div>
      <PositionFields form={form} />
    </EditDrawer>
  );
}

function initialOf(term: Term, member: Member | null): MemberFields {
  if (!member) {
    return {
      termId: term.id,
      fullName: '',
      validFrom: term.startsOn,
      validTo: null,
      positions: [newPosition(term.startsOn)],
    };
  }
  const { termId, fullName, validFrom, validTo, positions } = member;
  return { termId, fullName, validFrom, validTo, positions };
}
