import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type Column, DataList } from '#renderer/ui/DataList.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { MoreIcon } from '#renderer/ui/icons.tsx';
import type { Term } from '#shared/features/organisation/schema.ts';
import { roman } from '#shared/text/ordinals.ts';
import classes from './organisation.module.css';
import { periodText } from './period-text.ts';
import { TermForm } from './TermForm.tsx';

export function TermsSection({ terms }: { terms: readonly Term[] }) {
  const t = useT();
  const [edited, setEdited] = useState<Term | 'new' | null>(null);
  const remove = useCommand('organisation.removeTerm');
  const columns: Column<Term>[] = [
    {
      id: 'ordinal',
      header: t('organisation.column.term'),
      cell: ({ ordinal }) => t('organisation.term', { term: roman(ordinal) }),
      sortValue: ({ ordinal }) => ordinal,
      width: '160px',
    },
    {
      id: 'period',
      header: t('organisation.column.period'),
      cell: ({ startsOn, endsOn }) => periodText(t, startsOn, endsOn),
      sortValue: ({ startsOn }) => startsOn,
    },
  ];
  return (
    <div className={classes.section}>
      <div className={classes.lead}>
        <Text size="sm" c="dimmed">
          {t('organisation.terms.intro')}
        </Text>
        <Button variant="default" onClick={() => setEdited('new')}>
          {t('organisation.terms.add')}
        </Button>
      </div>
      <DataList
        id="terms"
        label={t('organisation.tab.terms')}
        items={terms}
        columns={columns}
        rowKey={({ id }) => id}
        searchText={({ ordinal, startsOn, endsOn }) => `${roman(ordinal)} ${periodText(t, startsOn, endsOn)}`}
        onOpen={setEdited}
        autoFocus={false}
        empty={<EmptyState message={t('organisation.terms.empty')} />}
        rowMenu={(term) => (
          <Menu>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t('ui.action.more')}>
                <MoreIcon />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setEdited(term)}>{t('ui.action.edit')}</Menu.Item>
              <Menu.Item color="red" onClick={() => void remove.run({ id: term.id })}>
                {t('ui.action.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      />
      {edited && <TermForm term={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  );
}
