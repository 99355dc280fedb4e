import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { basisOf } from '#renderer/lib/basis.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { Opinion } from '#shared/features/reviews/schema.ts';
import classes from './reviews.module.css';
import { WordsBox } from './WordsBox.tsx';

/** One's own words once more; what they are about stays. */
export function CorrectBox({ opinion, onClose }: { opinion: Opinion; onClose: () => void }) {
  const t = useT();
  const { id, kind, text, proposed } = opinion;
  const [words, setWords] = useState(proposed ?? '');
  const [basis] = useState(() => basisOf(opinion));
  const correct = useCommand('reviews.correct', { onDone: onClose });
  return (
    <div className={classes.correct}>
      {kind === 'change' && (
        <Textarea
          size="xs"
          label={t('reviews.form.proposed')}
          autosize
          maxRows={6}
          maxLength={2_000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <WordsBox
        label={t(`reviews.form.text.${kind}`)}
        initial={text}
        most={4_000}
        missing={t('reviews.form.missing')}
        confirm={t('reviews.correct.save')}
        isPending={correct.pending}
        onConfirm={(now) =>
          void correct.run({ id, kind, text: now, proposed: words.trim() || null }, { basedOn: basis?.id })
        }
        onClose={onClose}
      />
    </div>
  );
}
