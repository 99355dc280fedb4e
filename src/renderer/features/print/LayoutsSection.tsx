import { Menu, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { path } from '#renderer/lib/routes.ts';
import { localDay } from '#renderer/lib/time.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type Column, DataList } from '#renderer/ui/list/DataList.tsx';
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx';
import type { StoredProfile } from '#shared/features/print/contract.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { changedPaths } from '#shared/paper/profile-values.ts';
import { dayBefore, isWithin, showDate } from '#shared/text/dates.ts';
import classes from './layout.module.css';
import { layoutState } from './layout-words.ts';
import { NewVersion } from './NewVersion.tsx';

/** A layout with the days on which documents take it. */
type Dated = StoredProfile & { until: string | null };

/** How papers look, from one guideline to the next; a paper takes the layout of its own date. */
export function LayoutsSection() {
  const t = useT();
  const [, go] = useLocation();
  const { data: layouts = [] } = useQuery(methodQuery('print.profiles', {}));
  const [copied, setCopied] = useState<LayoutProfile | null>(null);
  const reset = useCommand('print.resetProfile');
  const remove = useCommand('print.removeProfile');
  const today = localDay();
  const open = ({ profile }: StoredProfile) => go(path.layout(profile.id));
  const columns: Column<Dated>[] = [
    {
      id: 'name',
      header: t('print.column.name'),
      cell: ({ profile }) => <span title={profile.name}>{profile.name}</span>,
      sortValue: ({ profile }) => profile.name,
    },
    {
      id: 'regime',
      header: t('print.column.regime'),
      cell: ({ profile }) => t(`print.regime.${profile.regime}`),
      sortValue: ({ profile }) => profile.regime,
      width: '130px',
    },
    {
      id: 'period',
      header: t('print.column.period'),
      cell: ({ profile, until }) =>
        t('print.layout.period', {
          from: showDate(profile.validFrom),
          to: until ? showDate(until) : t('print.layout.now'),
        }),
      sortValue: ({ profile }) => profile.validFrom,
      width: '230px',
    },
    {
      id: 'state',
      header: t('print.column.state'),
      cell: ({ profile, guideline, isOwn, until }) => {
        const state = layoutState(t, { isOwn, changes: changedPaths(profile, guideline).length });
        const isInForce = isWithin(today, profile.validFrom, until);
        return isInForce ? t('print.layout.inForce', { state }) : state;
      },
      width: '250px',
    },
  ];
  return (
    <div className={classes.section}>
      <Text size="sm" c="dimmed">
        {t('print.layout.intro')}
      </Text>
      <DataList
        id="layouts"
        label={t('organisation.tab.layouts')}
        items={dated(layouts)}
        columns={columns}
        rowKey={({ profile }) => profile.id}
        searchText={({ profile }) => profile.name}
        onOpen={open}
        autoFocus={false}
        rowMenu={(layout) => (
          <MoreMenu place="row">
            <Menu.Item onClick={() => open(layout)}>{t('ui.action.edit')}</Menu.Item>
            <Menu.Item onClick={() => setCopied(layout.profile)}>{t('print.layout.newVersion')}</Menu.Item>
            {layout.isChanged && (
              <Menu.Item onClick={() => void reset.run({ id: layout.profile.id })}>
                {t('print.layout.reset')}
              </Menu.Item>
            )}
            {layout.isOwn && (
              <Menu.Item color="red" onClick={() => void remove.run({ id: layout.profile.id })}>
                {t('print.layout.remove')}
              </Menu.Item>
            )}
          </MoreMenu>
        )}
      />
      {copied && <NewVersion from={copied} onClose={() => setCopied(null)} />}
    </div>
  );
}

/** A layout ends with the day before the next one of its regime, whatever it says itself. */
function dated(layouts: readonly StoredProfile[]): Dated[] {
  return layouts.map((layout, at) => {
    const next = layouts.slice(at + 1).find(({ profile }) => profile.regime === layout.profile.regime);
    return { ...layout, until: next ? dayBefore(next.profile.validFrom) : layout.profile.validTo };
  });
}
