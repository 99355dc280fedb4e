import { actOf } from '#shared/features/journal/sentences.ts';
import { isMessageId, type MessageId } from '#shared/i18n/translate.ts';
import { callMethod, wireOf } from './client.ts';
import { toastDone, toastRefusal } from './toasts.tsx';

/** The toast after a command: "Đã lưu văn bản". */
export function doneOf(command: string): MessageId {
  const id = `journal.command.${command}`;
  return isMessageId(id) ? id : 'journal.command.other';
}

/** Undoes the newest command, or the one with this number, and says so. */
export async function undo(seq?: number): Promise<void> {
  await step('journal.undo', seq === undefined ? {} : { seq });
}

export async function redo(): Promise<void> {
  await step('journal.redo', {});
}

async function step(method: 'journal.undo' | 'journal.redo', input: { seq?: number }): Promise<void> {
  try {
    const { value } = await callMethod(method, input);
    toastStep(method, value.command);
  } catch (error) {
    toastRefusal(wireOf(error));
  }
}

function toastStep(method: 'journal.undo' | 'journal.redo', command: string): void {
  const undone = method === 'journal.undo';
  toastDone(undone ? 'journal.toast.undone' : 'journal.toast.redone', {
    act: actOf(command),
    action: undone
      ? { label: 'journal.action.redo', run: () => void redo() }
      : { label: 'journal.action.undo', run: () => void undo() },
  });
}
