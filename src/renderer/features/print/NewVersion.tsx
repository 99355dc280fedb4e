import { Group, Stack, Text, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { enterFlow } from '#renderer/lib/forms/fields-flow.ts';
import { useSavedForm } from '#renderer/lib/forms/use-saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { queryClient } from '#renderer/lib/query-client.ts';
import { path } from '#renderer/lib/routes.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { SideDialog } from '#renderer/ui/Dialog.tsx';
import { FormNotes } from '#renderer/ui/FormNotes.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { SaveBar } from '#renderer/ui/SaveBar.tsx';
import type { LayoutProfile } from '#shared/paper/profile.ts';
import { versionForm } from './profile-form.ts';

/** A copy of a layout that holds from another day on. */
export function NewVersion({ from, onClose }: { from: LayoutProfile; onClose: () => void }) {
  const t = useT();
  const [, go] = useLocation();
  const add = useCommand('print.addProfile', {
    onDone: async ({ id }) => {
      // Its page looks for it among the layouts that are known.
      await queryClient.refetchQueries({ queryKey: ['print.profiles'] });
      go(path.layout(id));
    },
  });
  const saved = useSavedForm({
    schema: versionForm,
    record: null,
    initial: useMemo(() => ({ validFrom: '', name: from.name }), [from.name]),
    draftKey: `layout:new-${from.id}`,
    save: (value) => add.run({ ...value, fromId: from.id }),
    describe: ({ name }) => name,
  });
  const { form } = saved;
  return (
    <SideDialog
      opened
      onClose={onClose}
      position="right"
      size={480}
      title={t('print.version.title')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
    >
      <Stack gap="sm" {...enterFlow()}>
        <FormNotes saved={saved} />
        <Text size="sm" c="dimmed">
          {t('print.version.intro', { name: from.name })}
        </Text>
        <DateField
          key={form.key('validFrom')}
          {...form.getInputProps('validFrom')}
          label={t('print.field.validFrom')}
          data-autofocus
        />
        <TextInput
          key={form.key('name')}
          {...form.getInputProps('name')}
          label={t('print.field.name')}
          description={t('print.version.nameHint')}
        />
        <Group justify="flex-end">
          <SaveBar saved={saved} label={t('print.version.add')} />
        </Group>
      </Stack>
    </SideDialog>
  );
}
