import { Button, Text, Title } from '@mantine/core';
import { memo, useMemo } from 'react';
import { enterFlow } from '#renderer/lib/forms/fields-flow.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { LayoutRowView } from './LayoutRowView.tsx';
import classes from './layout.module.css';
import { groupFor, type LayoutGroup, layoutGroups, layoutRows } from './layout-fields.ts';

type LayoutFormProps = {
  profile: LayoutProfile;
  /** Where what is typed differs from the guideline. */
  changed: readonly string[];
};

/** Every value of a layout, in the groups that a paper has from top to bottom. */
export const LayoutForm = memo(function LayoutForm({ profile, changed }: LayoutFormProps) {
  const t = useT();
  const rows = useMemo(() => layoutRows(profile), [profile]);
  const count = (group: LayoutGroup) => changed.filter((path) => groupFor(path) === group).length;
  return (
    <div className={classes.form}>
      <nav className={classes.jump} aria-label={t('print.layout.groups')}>
        {layoutGroups.map((group) => (
          <Button key={group} size="compact-sm" variant="default" onClick={() => goTo(group)}>
            {t(`print.group.${group}`)}
            {count(group) > 0 && <span className={classes.count}>{count(group)}</span>}
          </Button>
        ))}
      </nav>
      <div className={classes.groups} {...enterFlow()}>
        {layoutGroups.map((group) => (
          <section key={group} id={domId(group)} aria-label={t(`print.group.${group}`)}>
            <Title order={2} className={classes.groupTitle}>
              {t(`print.group.${group}`)}
            </Title>
            {group === 'numbering' && (
              <Text size="sm" c="dimmed" pb={6}>
                {t('print.layout.numberingHint')}
              </Text>
            )}
            {rows.get(group)?.map((row) => (
              <LayoutRowView key={row.path} row={row} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
});

function domId(group: LayoutGroup): string {
  return `layout-${group}`;
}

/** To the top of the group, and into its first field. */
function goTo(group: LayoutGroup): void {
  const section = document.getElementById(domId(group));
  section?.scrollIntoView({ block: 'start' });
  section?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
}
