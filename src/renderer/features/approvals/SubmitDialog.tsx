import { Select, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { usePresence } from '#renderer/lib/presence.ts';
import { localDay } from '#renderer/lib/time.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { ActionDialog } from '#renderer/ui/ActionDialog.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { Objections } from '#renderer/ui/Objections.tsx';
import { usualDue } from '#shared/features/approvals/rules.ts';
import { isoDate } from '#shared/fields.ts';
import type { BesidePlace } from '#shared/objections.ts';

type Props = {
  documentId: string;
  /** Laid before somebody for the first time, or passed on by one who has read it. */
  kind: 'submit' | 'forward';
  onClose: () => void;
  onBeside: (place: BesidePlace) => void;
};

/** Before whom, and until when. */
export function SubmitDialog({ documentId, kind, onClose, onBeside }: Props) {
  const t = useT();
  const presence = usePresence();
  const deciders = (presence?.people ?? []).filter(
    ({ id, roles }) =>
      id !== presence?.signedIn?.id && roles.some((role) => role === 'reviewer' || role === 'approver'),
  );
  const [assigneeId, setAssignee] = useState<string | null>(null);
  const [dueOn, setDue] = useState<string | null>(() => usualDue(localDay()));
  const [reason, setReason] = useState('');
  const submit = useCommand(`approvals.${kind}`, { onDone: onClose, inPlace: true });
  const isDate = dueOn === null || isoDate.safeParse(dueOn).success;

  return (
    <ActionDialog
      title={t(`approvals.act.${kind}`)}
      act={t(`approvals.confirm.${kind}`)}
      onAct={() => void submit.run({ documentId, assigneeId, dueOn, reason })}
      onClose={onClose}
      pending={submit.pending}
      error={submit.error}
      disabled={!isDate}
      isFinal
    >
      <Objections act={{ act: 'submit', documentId }} onLeave={onClose} onBeside={onBeside} />
      {deciders.length > 0 ? (
        <Select
          label={t('approvals.field.assignee')}
          placeholder={t('approvals.field.anybody')}
          clearable
          value={assigneeId}
          onChange={setAssignee}
          data={deciders.map(({ id, name, title }) => ({
            value: id,
            label: title ? `${name} – ${title}` : name,
          }))}
        />
      ) : (
        <Text size="sm">{t('approvals.submit.nobody')}</Text>
      )}
      <DateField
        label={t('approvals.field.dueOn')}
        description={t('approvals.field.dueHint')}
        value={dueOn}
        onChange={setDue}
        error={isDate ? undefined : t('validation.date')}
      />
      <Textarea
        label={t('approvals.field.note')}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}
