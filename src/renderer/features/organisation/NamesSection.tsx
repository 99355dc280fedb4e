import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type Column, DataList } from '#renderer/ui/DataList.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { MoreIcon } from '#renderer/ui/icons.tsx';
import type { BodyName } from '#shared/features/organisation/schema.ts';
import { NameForm } from './NameForm.tsx';
import classes from './organisation.module.css';
import { periodText } from './period-text.ts';

/** What the office was and is called on paper, from one day to another; a paper takes the names of its own date. */
export function NamesSection({ names }: { names: readonly BodyName[] }) {
  const t = useT();
  const [edited, setEdited] = useState<BodyName | 'new' | null>(null);
  const remove = useCommand('organisation.removeName');
  const columns: Column<BodyName>[] = [
    {
      id: 'period',
      header: t('organisation.column.period'),
      cell: ({ validFrom, validTo }) => periodText(t, validFrom, validTo),
      sortValue: ({ validFrom }) => validFrom,
      width: '210px',
    },
    {
      id: 'name',
      header: t('organisation.column.name'),
      cell: ({ name }) => name,
      sortValue: ({ name }) => name,
    },
    {
      id: 'head',
      header: t('organisation.column.head'),
      cell: ({ parentLine, issuingLine }) => `${parentLine} / ${issuingLine}`,
      width: 'minmax(0, 1.6fr)',
    },
  ];
  return (
    <div className={classes.section}>
      <div className={classes.lead}>
        <Text size="sm" c="dimmed">
          {t('organisation.names.intro')}
        </Text>
        <Button variant="default" onClick={() => setEdited('new')}>
          {t('organisation.names.add')}
        </Button>
      </div>
      <DataList
        id="body-names"
        label={t('organisation.tab.names')}
        items={names}
        columns={columns}
        rowKey={({ id }) => id}
        searchText={({ name, parentLine, issuingLine }) => `${name} ${parentLine} ${issuingLine}`}
        onOpen={setEdited}
        autoFocus={false}
        empty={<EmptyState message={t('organisation.names.empty')} />}
        rowMenu={(name) => (
          <Menu>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t('ui.action.more')}>
                <MoreIcon />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setEdited(name)}>{t('ui.action.edit')}</Menu.Item>
              <Menu.Item color="red" onClick={() => void remove.run({ id: name.id })}>
                {t('ui.action.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      />
      {edited && (
        <NameForm
          name={edited === 'new' ? null : edited}
          template={names.at(-1) ?? null}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}
