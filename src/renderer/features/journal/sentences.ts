import { dynamicText, type Translate } from '#renderer/lib/i18n.tsx';
import { actOf } from '#renderer/lib/undo.ts';
import type { ChangeSet } from '#shared/features/journal/contract.ts';

type Told = Pick<ChangeSet, 'kind' | 'command'> & { target: number | null };

/** "Lưu văn bản", "Hoàn tác việc lưu văn bản". `commandOf` finds the command of the change set with a number. */
export function sentenceOf(t: Translate, change: Told, commandOf: (seq: number) => string | null): string {
  const target = change.target === null ? null : commandOf(change.target);
  const act = t(actOf(target ?? change.command));
  switch (change.kind) {
    case 'do':
      return capital(act);
    case 'undo':
      return target ? t('journal.sentence.undo', { act }) : t('journal.sentence.undoOther');
    case 'redo':
      return target ? t('journal.sentence.redo', { act }) : t('journal.sentence.redoOther');
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Who did it: the office's people by name; before it had any, the clerk. */
export function actorName(
  t: Translate,
  { actor, actorName: name }: Pick<ChangeSet, 'actor' | 'actorName'>,
): string {
  return name ?? dynamicText(t, `journal.actor.${actor}`, 'journal.actor.other', { name: actor });
}
