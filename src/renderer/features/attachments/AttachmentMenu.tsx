import { ActionIcon, Menu } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { CheckIcon, MoreIcon } from '#renderer/ui/icons.tsx';
import { viewExtension } from '#shared/features/attachments/rules.ts';
import { type Attachment, attachmentRoles } from '#shared/features/attachments/schema.ts';

type Props = {
  attachment: Attachment;
  readOnly: boolean;
  hasRoles: boolean;
  isFirst: boolean;
  isLast: boolean;
  onOpen: () => void;
  onSave: () => void;
  onRename: () => void;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
};

/** Everything that can be done with one file. */
export function AttachmentMenu({ attachment, readOnly, hasRoles, isFirst, isLast, ...on }: Props) {
  const t = useT();
  const setRole = useCommand('attachments.setRole');
  const { id, name, mediaType } = attachment;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('attachments.list.more', { name })}>
          <MoreIcon />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {viewExtension(mediaType) !== null && (
          <Menu.Item onClick={on.onOpen}>{t('attachments.action.open')}</Menu.Item>
        )}
        <Menu.Item onClick={on.onSave}>{t('attachments.action.saveAs')}</Menu.Item>
        {!readOnly && (
          <>
            <Menu.Item onClick={on.onRename}>{t('attachments.action.rename')}</Menu.Item>
            <Menu.Item disabled={isFirst} onClick={() => on.onMove(-1)}>
              {t('attachments.action.up')}
            </Menu.Item>
            <Menu.Item disabled={isLast} onClick={() => on.onMove(1)}>
              {t('attachments.action.down')}
            </Menu.Item>
            {hasRoles && (
              <>
                <Menu.Label>{t('attachments.action.role')}</Menu.Label>
                {attachmentRoles.map((role) => (
                  <Menu.Item
                    key={role}
                    role="menuitemradio"
                    aria-checked={role === attachment.role}
                    rightSection={role === attachment.role ? <CheckIcon /> : null}
                    onClick={() => void setRole.run({ id, role })}
                  >
                    {t(`attachments.role.${role}`)}
                  </Menu.Item>
                ))}
                <Menu.Divider />
              </>
            )}
            <Menu.Item color="red" onClick={on.onRemove}>
              {t('attachments.action.remove')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
