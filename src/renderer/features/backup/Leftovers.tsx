import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { showBytes } from '#renderer/lib/bytes.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useHasRight } from '#renderer/lib/presence.ts';
import { methodQuery } from '#renderer/lib/query-client.ts';
import { useTask } from '#renderer/lib/use-task.ts';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { Note } from '#renderer/ui/Note.tsx';

/** Nothing that takes the room of a whole store goes before its name was shown. */
export function Leftovers() {
  const t = useT();
  const { data: leftovers } = useQuery(methodQuery('backup.leftovers', {}));
  const clear = useTask('backup.clearLeftovers');
  const mayClear = useHasRight('backup.clearLeftovers');
  if (!leftovers || leftovers.length === 0) return null;
  const fileNames = leftovers.map(({ fileName }) => fileName);
  const bytes = leftovers.reduce((sum, leftover) => sum + leftover.bytes, 0);
  return (
    <Note
      tone="waiting"
      title={t('backup.leftovers.title')}
      actions={
        mayClear && (
          <Button
            variant="default"
            loading={clear.running !== null}
            onClick={() => void clear.run({ fileNames })}
          >
            {t('backup.leftovers.clear')}
          </Button>
        )
      }
    >
      <Text>{t('backup.leftovers.text', { files: fileNames.join(', '), size: showBytes(bytes) })}</Text>
      {clear.error && <ErrorNote error={clear.error} />}
    </Note>
  );
}
