import { useQuery } from '@tanstack/react-query';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { showClock, showDay } from '#renderer/lib/time.ts';
import { Note } from './Note.tsx';

/** Says that somebody else has something unsaved in the same place; theirs stays theirs. */
export function OthersTypingNote({ draftKey }: { draftKey: string }) {
  const t = useT();
  const { data: others = [] } = useQuery(methodQuery('drafts.others', { key: draftKey }));
  return others.map(({ name, at }) => (
    <Note key={name} tone="plain">
      {t('ui.others.typing', { name, time: showClock(at), day: showDay(at) })}
    </Note>
  ));
}
