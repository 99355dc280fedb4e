import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { enterFlow } from '#renderer/lib/forms/fields-flow.ts';
import { useErrorText, useT } from '#renderer/lib/i18n.tsx';
import { useShortcuts } from '#renderer/lib/shortcuts.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { CountField } from '#renderer/ui/fields/CountField.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { SearchSelect } from '#renderer/ui/fields/SearchSelect.tsx';
import { documentTypes, typeName } from '#shared/features/documents/types.ts';
import { issuers } from '#shared/features/organisation/issuers.ts';
import { isMessageId } from '#shared/i18n/translate.ts';
import classes from '../documents.module.css';
import { blankEntry, type EntryStart, readEntry, type TypedEntry } from './paper-entry-form.ts';

type Props = {
  /** The number that is missing; without it the clerk types the first. */
  start?: EntryStart | undefined;
  onClose: () => void;
};

// A line that was left half typed, and what repeats, are there again the next time.
let kept: TypedEntry | undefined;

/** One line of the paper register after another: what repeats stays, the number goes on by one. */
export function PaperEntryDialog({ start, onClose }: Props) {
  const t = useT();
  const errorText = useErrorText();
  const number = useRef<HTMLInputElement>(null);
  const [entered, setEntered] = useState({ count: 0, code: '' });
  const enter = useCommand('documents.enterFromPaper');
  const form = useForm<TypedEntry>({
    initialValues: { ...(kept ?? blankEntry), ...start },
    onValuesChange: (values) => {
      kept = values;
      enter.reset();
    },
  });
  // What the store refused belongs to the number, or to a day without a term.
  const refused = enter.error && {
    at: enter.error.detail.reason === 'numberTaken' ? 'number' : 'date',
    text: errorText(enter.error),
  };
  const refusedAt = (field: 'number' | 'date') => (refused?.at === field ? refused.text : undefined);

  async function submit(): Promise<void> {
    const { entry, issues } = readEntry(form.getValues());
    if (!entry) {
      form.setErrors(
        Object.fromEntries(
          issues.map(({ path, message, params }) => [
            path,
            isMessageId(message) ? t(message, params) : t('validation.invalid'),
          ]),
        ),
      );
      return;
    }
    const made = await enter.run(entry);
    if (!made) return;
    setEntered(({ count }) => ({ count: count + 1, code: made.code }));
    form.setValues({ number: entry.number + 1, subject: '' });
    number.current?.focus();
    number.current?.select();
  }

  useShortcuts([
    { keys: 'ctrl+enter', label: 'documents.paper.add', run: () => void submit(), inDialog: true },
    {
      keys: 'ctrl+s',
      label: 'documents.paper.add',
      run: () => void submit(),
      inDialog: true,
      keyOnly: true,
    },
  ]);

  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t('documents.paper.title')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      centered
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        {...enterFlow()}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('documents.paper.hint')}
          </Text>
          <div className={classes.pair}>
            <Select
              label={t('documents.field.issuer')}
              data={issuers.map((issuer) => ({ value: issuer, label: t(`documents.issuer.${issuer}`) }))}
              allowDeselect={false}
              {...form.getInputProps('issuer')}
            />
            <SearchSelect
              label={t('documents.field.type')}
              data={documentTypes.map((type) => ({ value: type, label: typeName(type) }))}
              allowDeselect={false}
              {...form.getInputProps('type')}
            />
            <CountField
              label={t('documents.paper.number')}
              data-autofocus
              ref={number}
              {...form.getInputProps('number')}
              error={refusedAt('number') ?? form.errors.number}
            />
            <DateField
              label={t('documents.field.date')}
              {...form.getInputProps('date')}
              error={refusedAt('date') ?? form.errors.date}
            />
          </div>
          <TextInput
            label={t('documents.field.subject')}
            maxLength={1000}
            {...form.getInputProps('subject')}
          />
          <TextInput
            label={t('documents.field.recipients')}
            description={t('documents.paper.recipientsHint')}
            {...form.getInputProps('recipients')}
          />
          <div className={classes.pair}>
            <TextInput
              label={t('documents.column.signer')}
              maxLength={100}
              {...form.getInputProps('signerName')}
            />
            <CountField label={t('documents.field.copies')} {...form.getInputProps('copies')} />
          </div>
          <Group justify="space-between" gap="xs" wrap="nowrap">
            <Text size="sm" role="status">
              {entered.count > 0 && t('documents.paper.entered', entered)}
            </Text>
            <Group gap="xs" wrap="nowrap">
              <Button type="submit" loading={enter.pending}>
                {t('documents.paper.add')}
              </Button>
              <Button variant="default" onClick={onClose}>
                {t('documents.paper.done')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
