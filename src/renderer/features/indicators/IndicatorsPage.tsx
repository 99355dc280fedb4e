import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { wireOf } from '#renderer/lib/client.ts';
import { useT } from '#renderer/lib/i18n.tsx';
import { useMay } from '#renderer/lib/presence.ts';
import { localDay } from '#renderer/lib/time.ts';
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { type IndicatorRow, period as periodText } from '#shared/features/indicators/schema.ts';
import { IndicatorGrid } from './IndicatorGrid.tsx';
import classes from './indicators.module.css';
import { PeriodSelect } from './PeriodSelect.tsx';
import { useIndicators, usePeriods } from './queries.ts';
import { summaryOf } from './summary.ts';
import { useFoundDraft } from './use-grid-draft.ts';

/** The year looked at last, kept while another page is shown. */
let lastPeriod: string | null = null;

export function IndicatorsPage() {
  const [search] = useSearchParams();
  const asked = periodText.safeParse(search.get('year')).data;
  const periods = usePeriods();
  if (periods.error)
    return <ErrorNote error={wireOf(periods.error)} onRetry={() => void periods.refetch()} />;
  if (!periods.data) return null;
  return <Year key={asked} first={asked ?? lastPeriod ?? periods.data[0] ?? localDay().slice(0, 4)} />;
}

function Year({ first }: { first: string }) {
  const t = useT();
  const [period, setPeriod] = useState(first);
  lastPeriod = period;
  const { data, error, refetch } = useIndicators(period);
  const found = useFoundDraft(period);
  const mayWrite = useMay('indicators.save');
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('indicators.title')}
        subtitle={data && <SummaryLine rows={data} mayWrite={mayWrite} />}
        action={<PeriodSelect value={period} onChange={setPeriod} />}
      />
      {error && <ErrorNote error={wireOf(error)} onRetry={() => void refetch()} />}
      {data && found && (
        <IndicatorGrid
          key={period}
          period={period}
          rows={data}
          mayWrite={mayWrite}
          found={mayWrite ? found.draft : null}
        />
      )}
    </div>
  );
}

function SummaryLine({ rows, mayWrite }: { rows: readonly IndicatorRow[]; mayWrite: boolean }) {
  const t = useT();
  const { judged, exceeded, met, nearly_met, not_met } = summaryOf(rows);
  if (rows.length === 0) return t(mayWrite ? 'indicators.summary.empty' : 'indicators.summary.none');
  if (judged === 0) return t('indicators.summary.notYet', { all: rows.length });
  return t('indicators.summary.text', {
    good: exceeded + met,
    judged,
    exceeded,
    met,
    nearly: nearly_met,
    not: not_met,
  });
}
