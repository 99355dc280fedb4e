import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { extensionOf, longestName, stemOf } from '#shared/features/attachments/rules.ts';
import type { Attachment } from '#shared/features/attachments/schema.ts';

type Props = { attachment: Attachment; onClose: () => void };

/** "scan0012.pdf" becomes "Nghị quyết số 12.pdf": the extension belongs to the content and stays. */
export function RenameDialog({ attachment, onClose }: Props) {
  const t = useT();
  const extension = extensionOf(attachment.name);
  const [name, setName] = useState(stemOf(attachment.name));
  const [isMissing, setIsMissing] = useState(false);
  const command = useCommand('attachments.rename', { onDone: onClose });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() === '') setIsMissing(true);
    else void command.run({ id: attachment.id, name });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('attachments.rename.title')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      centered
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('attachments.rename.field')}
            maxLength={longestName - extension.length}
            data-autofocus
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
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('ui.action.cancel')}
            </Button>
            <Button type="submit" loading={command.pending}>
              {t('attachments.rename.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
