import { Button, Menu, SegmentedControl, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useSavedForm } from '#renderer/lib/forms/use-saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { routes } from '#renderer/lib/routes.ts';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { FormNotes } from '#renderer/ui/FormNotes.tsx';
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx';
import { Note } from '#renderer/ui/Note.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { PagePreview } from '#renderer/ui/page-preview/index.ts';
import { SaveBar } from '#renderer/ui/SaveBar.tsx';
import { type ProfileSample, profileSamples, type StoredProfile } from '#shared/features/print/contract.ts';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { LayoutForm } from './LayoutForm.tsx';
import classes from './layout.module.css';
import { layoutState } from './layout-words.ts';
import { NewVersion } from './NewVersion.tsx';
import { LayoutFormProvider, profileForm, type SavedProfile } from './profile-form.ts';
import { toldLayout } from './told-layout.ts';
import { useSample } from './use-sample.ts';

type LayoutEditorProps = { layout: StoredProfile; others: readonly LayoutProfile[] };

export function LayoutEditor({ layout, others }: LayoutEditorProps) {
  const t = useT();
  const [, go] = useLocation();
  const [sample, setSample] = useState<ProfileSample>('resolution');
  const [isAdding, setAdding] = useState(false);
  const { profile, guideline, isOwn } = layout;
  const { id } = profile;

  const save = useCommand('print.saveProfile');
  const reset = useCommand('print.resetProfile');
  const remove = useCommand('print.removeProfile', { onDone: () => go(routes.settings) });
  const saved: SavedProfile = useSavedForm({
    resumes: true,
    schema: profileForm,
    record: profile,
    initial: profile,
    draftKey: `layout:${id}`,
    save: save.run,
    describe: ({ name }) => name,
    told: toldLayout,
  });
  const { form } = saved;
  const { pages, wrongAt, faults, changed } = useSample(saved, guideline, sample);

  async function backToGuideline(): Promise<void> {
    if ((await reset.run({ id })) === null) return;
    const { name, validFrom, validTo } = profile;
    form.setValues(isOwn ? { ...guideline, id, name, validFrom, validTo } : guideline);
  }

  useShortcuts([{ keys: 'esc', label: 'print.layout.back', run: () => go(routes.settings) }]);

  const context = useMemo(() => ({ form, guideline, others, faults }), [form, guideline, others, faults]);
  return (
    <div className={classes.page}>
      <PageHeader
        title={profile.name}
        subtitle={layoutState(t, { isOwn, changes: changed.length })}
        action={<SaveBar saved={saved} />}
        menu={
          <>
            <Button variant="default" onClick={() => go(routes.settings)}>
              {t('print.layout.back')}
            </Button>
            <MoreMenu>
              <Menu.Item onClick={() => setAdding(true)}>{t('print.layout.newVersion')}</Menu.Item>
              {changed.length > 0 && (
                <Menu.Item onClick={() => void backToGuideline()}>{t('print.layout.reset')}</Menu.Item>
              )}
              {isOwn && (
                <Menu.Item color="red" onClick={() => void remove.run({ id })}>
                  {t('print.layout.remove')}
                </Menu.Item>
              )}
            </MoreMenu>
          </>
        }
      />
      <FormNotes saved={saved} />
      <div className={classes.panes}>
        <LayoutFormProvider value={context}>
          <LayoutForm profile={profile} changed={changed} />
        </LayoutFormProvider>
        <div className={classes.paper}>
          <PagePreview
            shown={pages}
            actions={
              <SegmentedControl
                size="xs"
                aria-label={t('print.sample.label')}
                value={sample}
                onChange={(value) => setSample(profileSamples.find((known) => known === value) ?? sample)}
                data={profileSamples.map((value) => ({ value, label: t(`print.sample.${value}`) }))}
              />
            }
            note={
              wrongAt !== null && (
                <Note
                  tone="waiting"
                  actions={
                    <Button
                      size="compact-sm"
                      variant="default"
                      onClick={() => form.getInputNode(wrongAt)?.focus()}
                    >
                      {t('print.sample.goTo')}
                    </Button>
                  }
                >
                  <Text size="sm">{t('print.sample.held')}</Text>
                  {faults.has(wrongAt) && <Text size="sm">{faults.get(wrongAt)}</Text>}
                </Note>
              )
            }
          />
        </div>
      </div>
      {isAdding && <NewVersion from={profile} onClose={() => setAdding(false)} />}
    </div>
  );
}
