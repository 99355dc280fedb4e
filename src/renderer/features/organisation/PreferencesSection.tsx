import { Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery, queryClient } from '#renderer/lib/query-client.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { Preferences } from '#shared/features/app/contract.ts';

/** Language and colours; a choice holds at once. */
export function PreferencesSection() {
  const t = useT();
  const { data: status } = useQuery(methodQuery('app.status', {}));
  const save = useCommand('app.savePreferences', {
    onDone: () => void queryClient.invalidateQueries({ queryKey: ['app.status'] }),
  });
  if (!status) return null;
  const { preferences, version } = status;
  const change = (part: Partial<Preferences>) => void save.run(part);
  return (
    <Stack gap="lg">
      <Radio.Group
        label={t('organisation.program.language')}
        value={preferences.language}
        onChange={(language) => change({ language })}
      >
        <Stack gap={6} mt={6}>
          {/* A language is named in itself, so that who cannot read the other finds it. */}
          <Radio value="vi" label={t('organisation.program.vi')} />
          <Radio value="en" label={t('organisation.program.en')} />
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={t('organisation.program.colors')}
        value={preferences.colorScheme}
        onChange={(colorScheme) => change({ colorScheme })}
      >
        <Stack gap={6} mt={6}>
          <Radio value="light" label={t('organisation.program.light')} />
          <Radio value="dark" label={t('organisation.program.dark')} />
          <Radio value="auto" label={t('organisation.program.auto')} />
        </Stack>
      </Radio.Group>
      <Text size="xs" c="dimmed">
        {t('organisation.program.version', { version })}
      </Text>
    </Stack>
  );
}
