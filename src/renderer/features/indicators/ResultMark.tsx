import { useT } from '#renderer/lib/i18n.tsx';
import type { ResultClass } from '#shared/features/indicators/schema.ts';
import classes from './indicators.module.css';

/** The class of a result by word and pattern, so that it is read without colours. */
export function ResultMark({ result }: { result: ResultClass | null }) {
  const t = useT();
  if (!result) return null;
  return (
    <span className={classes.result} data-result={result}>
      <span className={classes.pattern} aria-hidden />
      {t(`indicators.result.${result}`)}
    </span>
  );
}
