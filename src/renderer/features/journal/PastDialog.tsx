import { useState } from 'react';
import { useT } from '#renderer/lib/i18n.tsx';
import { forgetWhatIsShown } from '#renderer/lib/past.ts';
import { useTask } from '#renderer/lib/use-task.ts';
import { ActionDialog } from '#renderer/ui/ActionDialog.tsx';
import { DateField } from '#renderer/ui/fields/DateField.tsx';
import { TaskProgress } from '#renderer/ui/TaskProgress.tsx';
import { isoDate } from '#shared/fields.ts';

/** Asks for a day; from then on the whole program shows the register as it was when that day ended. */
export function PastDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [day, setDay] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const view = useTask('journal.viewPast');

  async function show(): Promise<void> {
    const typed = isoDate.safeParse(day);
    setWrong(!typed.success);
    if (!typed.success || !(await view.run({ day: typed.data }))) return;
    onClose();
    await forgetWhatIsShown();
  }

  return (
    <ActionDialog
      title={t('journal.past.title')}
      explanation={t('journal.past.hint')}
      act={t('journal.past.show')}
      onAct={() => void show()}
      onClose={onClose}
      pending={view.running !== null}
      error={view.error}
    >
      <DateField
        label={t('journal.past.day')}
        w={200}
        value={day}
        error={isWrong && t('validation.date')}
        onChange={(value) => {
          setDay(value);
          setWrong(false);
          view.reset();
        }}
      />
      <TaskProgress running={view.running} what={t('journal.past.making')} />
    </ActionDialog>
  );
}
