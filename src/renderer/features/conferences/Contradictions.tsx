import { Anchor } from '@mantine/core';
import { useErrorText, useT } from '#renderer/lib/i18n.tsx';
import type { ConferenceStep } from '#renderer/lib/routes.ts';
import { Note } from '#renderer/ui/Note.tsx';
import type { Contradiction } from '#shared/features/conferences/contradictions.ts';
import classes from './conferences.module.css';

type Props = { found: readonly Contradiction[]; onStep?: (step: ConferenceStep) => void };

/** What the minutes would say against themselves, each with the way to where it is put right. */
export function Contradictions({ found, onStep }: Props) {
  const t = useT();
  const text = useErrorText();
  if (found.length === 0) return null;
  return (
    <Note tone="bad" title={t('conferences.contradictions')}>
      <ul className={classes.lacks}>
        {found.map(({ reason, params, place }, at) => {
          const said = text({ code: 'RULE', detail: { reason, params } });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two votes may be called alike
            <li key={at}>
              {onStep ? (
                <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onStep(place)}>
                  {said}
                </Anchor>
              ) : (
                said
              )}
            </li>
          );
        })}
      </ul>
    </Note>
  );
}
