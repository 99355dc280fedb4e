import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { ActionDialog } from '#renderer/ui/ActionDialog.tsx';
import { extensionOf, longestName, stemOf } from '#shared/features/attachments/rules.ts';
import type { Attachment } from '#shared/features/attachments/schema.ts';

type Props = { attachment: Attachment; onClose: () => void };

/** "scan0012.pdf" becomes "Nghị quyết số 12.pdf": the extension belongs to the content and stays. */
export function RenameDialog({ attachment, onClose }: Props) {
  const t = useT();
  const extension = extensionOf(attachment.name);
  const [name, setName] = useState(stemOf(attachment.name));
  const [isMissing, setIsMissing] = useState(false);
  const command = useCommand('attachments.rename', { onDone: onClose, inPlace: true });

  function submit(): void {
    if (name.trim() === '') setIsMissing(true);
    else void command.run({ id: attachment.id, name });
  }

  return (
    <ActionDialog
      title={t('attachments.rename.title')}
      act={t('attachments.rename.submit')}
      onAct={submit}
      onClose={onClose}
      pending={command.pending}
      error={command.error}
    >
      <TextInput
        label={t('attachments.rename.field')}
        maxLength={longestName - extension.length}
        value={name}
        error={isMissing && t('attachments.rename.missing')}
        rightSection={
          <Text size="sm" c="dimmed">
            {extension}
          </Text>
        }
        rightSectionWidth={64}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setIsMissing(false);
        }}
      />
    </ActionDialog>
  );
}
