import { UnstyledButton } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import { SearchIcon } from '#renderer/ui/icons.tsx';
import { KeyCap } from '#renderer/ui/KeyCap.tsx';
import type { AppStatus } from '#shared/features/app/contract.ts';
import { roman } from '#shared/text/ordinals.ts';
import classes from './Shell.module.css';

export function TitleBar({ status, onSearch }: { status: AppStatus; onSearch: () => void }) {
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
    </header>
  );
}
