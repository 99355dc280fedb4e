import { dynamicText, isMessageId, type MessageId, type Say } from '../../i18n/translate.ts';
import type { ChangeSet } from './contract.ts';

type Told = Pick<ChangeSet, 'kind' | 'command'> & { target: number | null };

/** What a command is called in "Đã hoàn tác việc …". */
export function actOf(command: string): MessageId {
  const id = `journal.act.${command}`;
  return isMessageId(id) ? id : 'journal.act.other';
}

/** "Lưu văn bản", "Hoàn tác việc lưu văn bản". `commandOf` finds the command of the change set with a number. */
export function sentenceOf(say: Say, change: Told, commandOf: (seq: number) => string | null): string {
  const target = change.target === null ? null : commandOf(change.target);
  const act = say(actOf(target ?? change.command));
  switch (change.kind) {
    case 'do':
      return capital(act);
    case 'undo':
      return target ? say('journal.sentence.undo', { act }) : say('journal.sentence.undoOther');
    case 'redo':
      return target ? say('journal.sentence.redo', { act }) : say('journal.sentence.redoOther');
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Who did it, the one place that says so: the office's people by name; before it had any, the clerk. */
export function actorName(
  say: Say,
  { actor, actorName: name }: Pick<ChangeSet, 'actor' | 'actorName'>,
): string {
  return name ?? dynamicText(say, `journal.actor.${actor}`, 'journal.actor.other', { name: actor });
}
