import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { forgetWhatIsShown } from '#renderer/lib/past.ts';
import { useTask } from '#renderer/lib/use-task.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { TaskProgress } from '#renderer/ui/TaskProgress.tsx';
import { isoDate } from '#shared/fields.ts';

/** Asks for a day; from then on the whole program shows the register as it was when that day ended. */
export function PastDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [day, setDay] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const view = useTask('journal.viewPast');

  async function show(event: FormEvent): Promise<void> {
    event.preventDefault();
    const typed = isoDate.safeParse(day);
    setWrong(!typed.success);
    if (!typed.success || !(await view.run({ day: typed.data }))) return;
    onClose();
    await forgetWhatIsShown();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      closeOnEscape={view.running === null}
      title={t('journal.past.title')}
      closeButtonProps={{ 'aria-label': t('ui.action.close') }}
      centered
    >
      <form onSubmit={(event) => void show(event)}>
        <Stack gap="sm">
          <Text size="sm">{t('journal.past.hint')}</Text>
          <DateField
            label={t('journal.past.day')}
            w={200}
            data-autofocus
            value={day}
            error={isWrong && t('validation.date')}
            onChange={(value) => {
              setDay(value);
              setWrong(false);
              view.reset();
            }}
          />
          {view.error && <ErrorNote error={view.error} />}
          <TaskProgress running={view.running} what={t('journal.past.making')} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose} disabled={view.running !== null}>
              {t('ui.action.cancel')}
            </Button>
            <Button type="submit" loading={view.running !== null}>
              {t('journal.past.show')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
