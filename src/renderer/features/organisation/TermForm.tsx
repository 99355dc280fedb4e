import { useMemo } from 'react';
import type { z } from 'zod';
import { useSavedForm } from '#renderer/lib/forms/use-saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { FormNotes } from '#renderer/ui/FormNotes.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { SaveBar } from '#renderer/ui/SaveBar.tsx';
import { termRecord } from '#shared/features/organisation/records.ts';
import type { Term } from '#shared/features/organisation/schema.ts';
import { EditDrawer } from './EditDrawer.tsx';
import { OrdinalField } from './OrdinalField.tsx';
import classes from './organisation.module.css';
import { termForm } from './term-form.ts';

const empty: z.input<typeof termForm> = { ordinal: null, startsOn: '', endsOn: null };

type TermFormProps = { term: Term | null; onClose: () => void };

export function TermForm({ term, onClose }: TermFormProps) {
  const t = useT();
  const command = useCommand('organisation.saveTerm', { onDone: onClose });
  const initial = useMemo(
    () => (term ? { ordinal: term.ordinal, startsOn: term.startsOn, endsOn: term.endsOn } : empty),
    [term],
  );
  const saved = useSavedForm({
    schema: termForm,
    record: term,
    initial,
    draftKey: `organisation:${term?.id ?? 'new-term'}`,
    save: (value, saving) => command.run(term ? { ...value, id: term.id } : value, saving),
    told: termRecord,
  });
  const { form } = saved;
  return (
    <EditDrawer
      title={t(term ? 'organisation.terms.edit' : 'organisation.terms.add')}
      onClose={onClose}
      actions={<SaveBar saved={saved} />}
    >
      <FormNotes saved={saved} />
      <OrdinalField
        key={form.key('ordinal')}
        {...form.getInputProps('ordinal')}
        label={t('organisation.field.termOrdinal')}
        placeholder={t('organisation.example.termOrdinal')}
        data-autofocus
      />
      <div className={classes.pair}>
        <DateField
          key={form.key('startsOn')}
          {...form.getInputProps('startsOn')}
          label={t('organisation.field.startsOn')}
        />
        <DateField
          key={form.key('endsOn')}
          {...form.getInputProps('endsOn')}
          label={t('organisation.field.endsOn')}
          placeholder={t('organisation.now')}
        />
      </div>
    </EditDrawer>
  );
}
