import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { ActionDialog } from '#renderer/ui/ActionDialog.tsx';
import type { NamedPerson } from '#shared/features/conferences/people.ts';
import type { AttendanceEntry } from '#shared/features/conferences/schema.ts';

type Props = { entry: AttendanceEntry; onSave: (person: NamedPerson) => void; onClose: () => void };

/** Corrects the name and title of somebody who is on the roll by name. */
export function PersonDialog({ entry, onSave, onClose }: Props) {
  const t = useT();
  const [fullName, setFullName] = useState(entry.fullName);
  const [title, setTitle] = useState(entry.title);
  const isMissing = fullName.trim() === '';
  return (
    <ActionDialog
      title={t('conferences.people.correct')}
      act={t('conferences.people.keep')}
      onAct={() => onSave({ fullName, title })}
      onClose={onClose}
      disabled={isMissing}
      yOffset="5dvh"
    >
      <TextInput
        label={t('conferences.attendance.name')}
        value={fullName}
        maxLength={100}
        error={isMissing && t('validation.required')}
        onChange={(event) => setFullName(event.currentTarget.value)}
      />
      <TextInput
        label={t('conferences.attendance.position')}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}
