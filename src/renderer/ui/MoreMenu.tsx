import { ActionIcon, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { MoreIcon } from './icons.tsx';

type Props = {
  /** At the end of a row it is quieter than at the top of a page. */
  place?: 'page' | 'row';
  /** The items of the menu. */
  children: ReactNode;
};

/** Everything but the main action, behind "⋯". */
export function MoreMenu({ place = 'page', children }: Props) {
  const label = useT()('ui.action.more');
  return (
    <Menu>
      <Menu.Target>
        {place === 'page' ? (
          <ActionIcon variant="default" size={32} aria-label={label}>
            <MoreIcon />
          </ActionIcon>
        ) : (
          <ActionIcon variant="subtle" color="gray" aria-label={label}>
            <MoreIcon />
          </ActionIcon>
        )}
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
