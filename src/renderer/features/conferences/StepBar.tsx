import { UnstyledButton } from '@mantine/core';
import { useT } from '#renderer/lib/i18n.tsx';
import type { ConferenceStep } from '#renderer/lib/routes.ts';
import { CheckIcon } from '#renderer/ui/icons.tsx';
import { steps } from './conference-state.ts';
import classes from './conferences.module.css';

type Props = {
  current: ConferenceStep;
  done: ReadonlySet<ConferenceStep>;
  onStep: (step: ConferenceStep) => void;
};

/** Four steps in any order, each with its own mark. */
export function StepBar({ current, done, onStep }: Props) {
  const t = useT();
  return (
    <nav className={classes.steps} aria-label={t('conferences.steps')}>
      {steps.map((step, index) => (
        <UnstyledButton
          key={step}
          className={classes.stepButton}
          aria-current={step === current ? 'step' : undefined}
          data-done={done.has(step) || undefined}
          onClick={() => onStep(step)}
        >
          <span className={classes.stepSign} aria-hidden>
            {done.has(step) ? <CheckIcon /> : index + 1}
          </span>
          {t(`conferences.step.${step}`)}
          {done.has(step) && <span className={classes.unseen}>{t('conferences.stepDone')}</span>}
        </UnstyledButton>
      ))}
    </nav>
  );
}
