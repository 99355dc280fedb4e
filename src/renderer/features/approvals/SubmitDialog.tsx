import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { usePresence } from '#renderer/lib/presence.ts';
import { localDay } from '#renderer/lib/time.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { usualDue } from '#shared/features/approvals/rules.ts';
import { isoDate } from '#shared/fields.ts';

type Props = {
  documentId: string;
  /** Laid before somebody for the first time, or passed on by one who has read it. */
  kind: 'submit' | 'forward';
  onClose: () => void;
};

/** Before whom, and until when. */
export function SubmitDialog({ documentId, kind, onClose }: Props) {
  const t = useT();
  const presence = usePresence();
  const deciders = (presence?.people ?? []).filter(
    ({ id, roles }) =>
      id !== presence?.signedIn?.id && roles.some((role) => role === 'reviewer' || role === 'approver'),
  );
  const [assigneeId, setAssignee] = useState<string | null>(null);
  const [dueOn, setDue] = useState<string | null>(() => usualDue(localDay()));
  const [reason, setReason] = useState('');
  const submit = useCommand(`approvals.${kind}`, { onDone: onClose });
  const isDate = dueOn === null || isoDate.safeParse(dueOn).success;

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`approvals.act.${kind}`)}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      centered
    >
      <Stack gap="sm">
        {deciders.length > 0 ? (
          <Select
            data-autofocus
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
          data-autofocus={deciders.length === 0 || undefined}
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
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('ui.action.cancel')}
          </Button>
          <Button
            loading={submit.pending}
            disabled={!isDate}
            onClick={() => void submit.run({ documentId, assigneeId, dueOn, reason })}
          >
            {t(`approvals.confirm.${kind}`)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
