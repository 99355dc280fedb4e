import { Menu, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { ChevronIcon } from '#renderer/ui/icons.tsx';
import { KeyCap } from '#renderer/ui/KeyCap.tsx';
import type { Presence } from '#shared/features/users/contract.ts';
import { ChangePinDialog } from './ChangePinDialog.tsx';
import { roleNames } from './role-names.ts';
import classes from './users.module.css';

type Props = {
  person: NonNullable<Presence['signedIn']>;
  onSwitch: () => void;
  onLock: () => void;
};

/** Who is here, and how to change places. */
export function UserMenu({ person, onSwitch, onLock }: Props) {
  const t = useT();
  const [isChanging, setChanging] = useState(false);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <UnstyledButton
            className={classes.menu}
            title={roleNames(t, person.roles)}
            aria-label={t('users.menu.label', { name: person.name })}
          >
            <span>{person.name}</span>
            <ChevronIcon />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{person.title || roleNames(t, person.roles)}</Menu.Label>
          <Menu.Item onClick={onSwitch} rightSection={<KeyCap keys="ctrl+shift+n" />}>
            {t('users.menu.switch')}
          </Menu.Item>
          <Menu.Item onClick={onLock} rightSection={<KeyCap keys="ctrl+l" />}>
            {t('users.menu.lock')}
          </Menu.Item>
          <Menu.Item onClick={() => setChanging(true)}>{t('users.menu.changePin')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isChanging && <ChangePinDialog onClose={() => setChanging(false)} />}
    </>
  );
}
