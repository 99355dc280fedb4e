import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { enterFlow } from '#renderer/lib/forms/fields-flow.ts';
import { useSavedForm } from '#renderer/lib/forms/use-saved-form.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { asListed } from '#renderer/lib/plain.ts';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { SideDialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { FormNotes } from '#renderer/ui/FormNotes.tsx';
import type { Column } from '#renderer/ui/list/DataList.tsx';
import { EditedList } from '#renderer/ui/list/EditedList.tsx';
import { SaveBar } from '#renderer/ui/SaveBar.tsx';
import { type Phrase, phraseFields } from '#shared/features/phrases/contract.ts';
import { phraseRecord } from '#shared/features/phrases/records.ts';
import { starterPhrases } from '#shared/features/phrases/starter.ts';

/** Gõ tắt: what stands for what while typing, in every text of the program. */
export function PhrasesSection() {
  const t = useT();
  const { data: phrases = [] } = useQuery(methodQuery('phrases.list', {}));
  const [edited, setEdited] = useState<Phrase | 'new' | null>(null);
  const save = useCommand('phrases.save', { quiet: true });
  const remove = useCommand('phrases.remove');
  const columns: Column<Phrase>[] = [
    {
      id: 'abbreviation',
      header: t('phrases.column.abbreviation'),
      cell: ({ abbreviation }) => abbreviation,
      sortValue: ({ abbreviation }) => abbreviation,
      width: '160px',
    },
    {
      id: 'text',
      header: t('phrases.column.text'),
      cell: ({ text }) => <span title={text}>{text}</span>,
      sortValue: ({ text }) => text,
    },
  ];

  async function start(): Promise<void> {
    for (const [abbreviation, text] of starterPhrases) await save.run({ abbreviation, text }, null);
  }

  return (
    <>
      <EditedList
        intro={t('phrases.intro')}
        addLabel={t('phrases.add')}
        onAdd={() => setEdited('new')}
        onEdit={setEdited}
        onRemove={({ id }) => void remove.run({ id })}
        id="phrases"
        label={t('organisation.tab.phrases')}
        items={phrases}
        columns={columns}
        rowKey={({ id }) => id}
        searchText={({ abbreviation, text }) => `${abbreviation} ${text}`}
        empty={
          <EmptyState
            message={t('phrases.empty')}
            firstStep={
              <Button variant="default" onClick={() => void start()} loading={save.pending}>
                {t('phrases.starter')}
              </Button>
            }
          />
        }
      />
      {edited && (
        <PhraseForm
          phrase={edited === 'new' ? null : asListed(edited, phrases)}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

function PhraseForm({ phrase, onClose }: { phrase: Phrase | null; onClose: () => void }) {
  const t = useT();
  const command = useCommand('phrases.save', { onDone: onClose });
  const initial = useMemo(
    () => ({ abbreviation: phrase?.abbreviation ?? '', text: phrase?.text ?? '' }),
    [phrase],
  );
  const saved = useSavedForm({
    resumes: true,
    schema: phraseFields,
    record: phrase,
    initial,
    draftKey: `settings:${phrase?.id ?? 'new-phrase'}`,
    save: (value, saving) => command.run(phrase ? { ...value, id: phrase.id } : value, saving),
    told: phraseRecord,
  });
  const { form } = saved;
  return (
    <SideDialog
      opened
      onClose={onClose}
      position="right"
      size={480}
      title={t(phrase ? 'phrases.edit' : 'phrases.add')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
    >
      <Stack gap="sm" {...enterFlow()}>
        <FormNotes saved={saved} />
        <TextInput
          data-autofocus
          label={t('phrases.column.abbreviation')}
          description={t('phrases.abbreviationHint')}
          key={form.key('abbreviation')}
          {...form.getInputProps('abbreviation')}
        />
        <Textarea
          label={t('phrases.column.text')}
          autosize
          minRows={2}
          maxRows={10}
          key={form.key('text')}
          {...form.getInputProps('text')}
        />
        <Group justify="flex-end">
          <SaveBar saved={saved} />
        </Group>
      </Stack>
    </SideDialog>
  );
}
