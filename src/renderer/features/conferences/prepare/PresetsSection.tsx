import { Checkbox, Group, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { enterFlow } from '#renderer/lib/forms/fields-flow.ts';
import { useSavedForm } from '#renderer/lib/forms/use-saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { FormNotes } from '#renderer/ui/FormNotes.tsx';
import { CountField } from '#renderer/ui/fields/CountField.tsx';
import { LinesField } from '#renderer/ui/fields/LinesField.tsx';
import { SaveBar } from '#renderer/ui/SaveBar.tsx';
import { conferencePresetRecord } from '#shared/features/conferences/records.ts';
import {
  type ConferenceKind,
  conferenceKinds,
  type Preset,
  preset as presetSchema,
} from '#shared/features/conferences/schema.ts';
import { usePreset } from '../queries.ts';

/** What conferences of each kind begin with, and how many have to be there. */
export function PresetsSection() {
  const t = useT();
  const [kind, setKind] = useState<ConferenceKind>('executive_committee');
  const preset = usePreset(kind);
  return (
    <Stack gap="md" maw={640}>
      <SegmentedControl
        aria-label={t('conferences.field.kind')}
        value={kind}
        onChange={(value) => setKind(conferenceKinds.find((known) => known === value) ?? kind)}
        data={conferenceKinds.map((value) => ({ value, label: t(`conferences.kind.${value}`) }))}
      />
      <PresetForm key={kind} preset={preset} />
    </Stack>
  );
}

function PresetForm({ preset }: { preset: Preset }) {
  const t = useT();
  const command = useCommand('conferences.savePreset');
  const saved = useSavedForm({
    resumes: true,
    schema: presetSchema,
    record: preset,
    initial: preset,
    draftKey: `settings:preset-${preset.kind}`,
    earlierKeys: [`conferences:preset-${preset.kind}`],
    save: command.run,
    describe: () => t('conferences.preset.draft'),
    told: conferencePresetRecord,
  });
  const { form } = saved;
  return (
    <Stack gap="sm" {...enterFlow()}>
      <FormNotes saved={saved} />
      <LinesField
        label={t('conferences.preset.agenda')}
        description={t('conferences.field.linesHint')}
        key={form.key('agenda')}
        {...form.getInputProps('agenda')}
      />
      <Textarea
        label={t('conferences.preset.documents')}
        description={t('conferences.field.linesHint')}
        autosize
        minRows={2}
        maxRows={10}
        key={form.key('expectedDocuments')}
        {...form.getInputProps('expectedDocuments')}
      />
      <div>
        <Text size="sm" fw={500}>
          {t('conferences.preset.quorum')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('conferences.preset.quorumHint')}
        </Text>
        <Group gap="xs" mt={4}>
          <Select
            aria-label={t('conferences.preset.quorum')}
            w={150}
            allowDeselect={false}
            data={[
              { value: 'least', label: t('conferences.preset.atLeast') },
              { value: 'more', label: t('conferences.preset.moreThan') },
            ]}
            defaultValue={preset.quorumIsStrict ? 'more' : 'least'}
            key={form.key('quorumIsStrict')}
            onChange={(value) =>
              form.setFieldValue('quorumIsStrict', value === 'more', { forceUpdate: false })
            }
          />
          <Part saved={saved} field="quorumNumerator" label={t('conferences.preset.numerator')} />
          <span aria-hidden>{t('conferences.preset.of')}</span>
          <Part saved={saved} field="quorumDenominator" label={t('conferences.preset.denominator')} />
        </Group>
      </div>
      <Checkbox
        label={t('conferences.preset.numbersMinutes')}
        key={form.key('numbersMinutes')}
        {...form.getInputProps('numbersMinutes', { type: 'checkbox' })}
      />
      <Group>
        <SaveBar saved={saved} />
      </Group>
    </Stack>
  );
}

type PartProps = {
  saved: ReturnType<typeof useSavedForm<Preset, Preset>>;
  field: 'quorumNumerator' | 'quorumDenominator';
  label: string;
};

function Part({ saved: { form }, field, label }: PartProps) {
  return <CountField aria-label={label} w={64} key={form.key(field)} {...form.getInputProps(field)} />;
}
