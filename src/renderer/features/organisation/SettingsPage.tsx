import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { PresetsSection } from '#renderer/features/conferences/index.ts';
import { PhrasesSection, UsualLinesSection } from '#renderer/features/phrases/index.ts';
import { LayoutsSection } from '#renderer/features/print/index.ts';
import { PeopleSection } from '#renderer/features/users/index.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useHasRight } from '#renderer/lib/presence.ts';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { MembersSection } from './MembersSection.tsx';
import { NamesSection } from './NamesSection.tsx';
import classes from './organisation.module.css';
import { PreferencesSection } from './PreferencesSection.tsx';
import { TermsSection } from './TermsSection.tsx';

const tabs = [
  'members',
  'terms',
  'names',
  'layouts',
  'conferences',
  'phrases',
  'usualLines',
  'people',
  'program',
] as const;
type Tab = (typeof tabs)[number];

// The tab stays as it was left, like every list.
let lastTab: Tab = 'members';

export function SettingsPage() {
  const t = useT();
  const [search] = useSearchParams();
  const asked = tabs.find((known) => known === search.get('tab'));
  const [tab, setTab] = useState(asked ?? lastTab);
  useEffect(() => {
    if (asked) setTab(asked);
  }, [asked]);
  const { data: organisation } = useQuery(methodQuery('organisation.get', {}));
  const mayWrite = useHasRight('organisation.saveMember');
  if (!organisation) return null;
  return (
    <>
      <PageHeader title={t('organisation.page.title')} />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => {
          lastTab = tabs.find((known) => known === value) ?? 'members';
          setTab(lastTab);
        }}
      >
        <Tabs.List mb="md">
          {tabs.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {t(`organisation.tab.${value}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <fieldset className={classes.whole} disabled={!mayWrite}>
          <Tabs.Panel value="members">
            <MembersSection terms={organisation.terms} sought={search.get('id')} />
          </Tabs.Panel>
          <Tabs.Panel value="terms">
            <TermsSection terms={organisation.terms} />
          </Tabs.Panel>
          <Tabs.Panel value="names">
            <NamesSection names={organisation.names} />
          </Tabs.Panel>
          <Tabs.Panel value="layouts">
            <LayoutsSection />
          </Tabs.Panel>
          <Tabs.Panel value="conferences">
            <PresetsSection />
          </Tabs.Panel>
          <Tabs.Panel value="phrases">
            <PhrasesSection />
          </Tabs.Panel>
          <Tabs.Panel value="usualLines">
            <UsualLinesSection />
          </Tabs.Panel>
        </fieldset>
        <Tabs.Panel value="people">
          <PeopleSection />
        </Tabs.Panel>
        <Tabs.Panel value="program">
          <PreferencesSection />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
