import { useQuery } from '@tanstack/react-query';
import { useT } from '#renderer/lib/i18n.tsx';
import { methodQuery } from '#renderer/lib/query-client.ts';
import type { Drift } from '#shared/features/documents/schema.ts';
import { shown } from '../blocks/moved-lines.ts';
import classes from './records-today.module.css';

/** Beside the issued paper, never in it: what the records say today. */
export function RecordsTodayNote({ id }: { id: string }) {
  const t = useT();
  const { data = [] } = useQuery(methodQuery('documents.drift', { id }));
  if (data.length === 0) return null;
  return (
    <div className={classes.recordsToday} role="note">
      {/* Names alone stay folded: after a reorganisation they have changed beside every older paper. */}
      <details open={data.some(({ kind }) => !kind.endsWith('Name'))}>
        <summary>{t('documents.drift.title')}</summary>
        <ul>
          {data.map((one) => (
            <li key={`${one.kind} ${one.what} ${one.before}`}>
              {t(`documents.drift.${one.kind}`, {
                what: one.what,
                before: said(one, one.before),
                now: one.now === null ? t('documents.drift.gone') : said(one, one.now),
              })}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function said({ kind }: Drift, value: string | null): string {
  const words = kind === 'plan' || kind === 'actual' ? shown(value) : (value ?? '');
  return words.replace(/\s+/gu, ' ').trim() || '…';
}
