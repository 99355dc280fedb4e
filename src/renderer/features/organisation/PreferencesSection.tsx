import { Radio, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '#renderer/lib/client.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery, queryClient } from '#renderer/lib/query-client.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { Preferences } from '#shared/features/app/contract.ts';
import { textSizes } from '#shared/features/app/text-size.ts';

/** Language, colours and the size of the letters; a choice holds at once. */
export function PreferencesSection() {
  const t = useT();
  const { data: status } = useQuery(methodQuery('app.status', {}));
  const save = useCommand('app.savePreferences', {
    onDone: () => void queryClient.invalidateQueries({ queryKey: ['app.status'] }),
  });
  if (!status) return null;
  const { preferences, textSize, version } = status;
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
      <div>
        <Text fw={500}>{t('organisation.program.textSize')}</Text>
        <SegmentedControl
          aria-label={t('organisation.program.textSize')}
          value={String(textSize)}
          onChange={(value) => {
            const wanted = textSizes.find((size) => String(size) === value);
            if (wanted) void client.app.saveTextSize({ textSize: wanted });
          }}
          data={textSizes.map((size) => ({ value: String(size), label: `${size}%` }))}
        />
        <Text size="xs" c="dimmed">
          {t('organisation.program.textSizeKeys')}
        </Text>
      </div>
      <Text size="xs" c="dimmed">
        {t('organisation.program.version', { version })}
      </Text>
    </Stack>
  );
}
