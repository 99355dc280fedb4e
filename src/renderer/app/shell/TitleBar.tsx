import { UnstyledButton } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import { loadedLater } from '#renderer/lib/loaded-later.tsx';
import { lock } from '#renderer/lib/presence.ts';
import { SearchIcon } from '#renderer/ui/icons.tsx';
import { KeyCap } from '#renderer/ui/KeyCap.tsx';
import type { AppStatus } from '#shared/features/app/contract.ts';
import type { Presence } from '#shared/features/users/contract.ts';
import { roman } from '#shared/text/ordinals.ts';
import classes from './Shell.module.css';

const UserMenu = loadedLater(async () => (await import('#renderer/features/users/index.ts')).UserMenu);

type Props = {
  status: AppStatus;
  person: Presence['signedIn'];
  onSwitch: () => void;
  onSearch: () => void;
};

export function TitleBar({ status, person, onSwitch, onSearch }: Props) {
  const t = useT();
  return (
    <header className={classes.bar}>
      <strong className={classes.product}>{t('app.name')}</strong>
      <span className={classes.office}>
        {status.officeName}
        {status.termOrdinal !== null && ` · ${t('app.bar.term', { term: roman(status.termOrdinal) })}`}
      </span>
      <UnstyledButton className={classes.search} onClick={onSearch} aria-keyshortcuts="Control+K">
        <SearchIcon />
        <span className={classes.searchText}>{t('app.bar.search')}</span>
        <KeyCap keys="ctrl+k" />
      </UnstyledButton>
      {person && <UserMenu person={person} onSwitch={onSwitch} onLock={() => void lock()} />}
    </header>
  );
}
